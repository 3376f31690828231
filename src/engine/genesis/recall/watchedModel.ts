import { codeExtractor } from '../analyzers/code/codeExtractor';
import type { Extractor } from '../extractor';
import type { ScanModel } from '../scanModel';
import { aspect, type Notes } from './notes';
import type { Watch } from './watch';

/** Parts of what synthesizers say, of an earlier scan where they still hold. */
interface KeptParts {
  recall<T>(name: string, derive: () => T): T;
}

/** The model with every look at it noted. */
export function watchedModel(model: ScanModel, watch: Watch, parts: KeptParts): ScanModel {
  const note = ({ id }: Extractor<unknown>): void => void watch.current.extractors.add(id);
  const inventory = new Proxy(model.inventory, {
    get(lists, name) {
      const list: unknown = Reflect.get(lists, name);
      if (typeof name === 'string') watch.touch(name, list);
      return list;
    },
    set(lists, name, list) {
      if (typeof name === 'string') watch.touch(name, Reflect.get(lists, name));
      return Reflect.set(lists, name, list);
    },
  });
  const shared = new Map<object, { readonly value: unknown; readonly notes: Notes }>();
  const whole: ScanModel = {
    name: model.name,
    files: model.files,
    byPath: model.byPath,
    imports: watch.graphFor(model.imports),
    inventory,
    get git() {
      watch.current.git = true;
      return model.git;
    },
    get techStack() {
      watch.touch('techStack', model.techStack);
      return model.techStack;
    },
    factsOf(extractor) {
      note(extractor);
      return model.factsOf(extractor);
    },
    factsIn(extractor, path) {
      if (extractor.id === codeExtractor.id) watch.file(path, aspect.code);
      else note(extractor);
      return model.factsIn(extractor, path);
    },
    recall(name, derive) {
      const value = model.recall(name, derive);
      watch.current.conclusions.set(name, watch.digestOf(`recalled ${name}`, value));
      return value;
    },
    partly: (name, derive) => parts.recall(name, () => derive(whole)),
    shared<T>(key: object, make: (whole: ScanModel) => T): T {
      const known = shared.get(key) ?? watch.during((): unknown => make(whole));
      shared.set(key, known);
      watch.current.addAll(known.notes);
      // Who made it under this key gave it its type.
      return known.value as T;
    },
  };
  return whole;
}
