import type { WrittenField } from '../modelFact';
import { type PlacedModel, placedIn } from '../schema/foldSchema';

type Find = (name: string, from: PlacedModel) => PlacedModel | undefined;

/** A class within a class within a class is as deep as people write them. */
const deepest = 2;

/** The class that a type names: none of a list. */
const classOf = (type: string): string | undefined => /^(?:\*|\?)?(?:[\w\\]+[.\\])*([A-Z]\w*)\??$/.exec(type)?.[1];

/**
 * Whether rows of the model hold the class: it says so itself, the model does, or it is a plain class that Entity
 * Framework stores with the entity which has a property of its type.
 */
function isPart(part: PlacedModel, { kind, parts = [] }: PlacedModel): boolean {
  if (part.role === 'part' || parts.includes(part.name)) return true;
  return kind === 'ef-core' && part.role === 'candidate' && part.fields.every(({ key }) => key !== 'primary');
}

/** Fields of the classes that a model holds within itself, `billing.city` for the `city` of `billing`. */
export function embeddedFields(model: PlacedModel, find: Find): Pick<PlacedModel, 'embedded'> {
  const fields = fieldsWithin(model, find, 1);
  return fields.length === 0 ? {} : { embedded: fields };
}

function fieldsWithin(model: PlacedModel, find: Find, depth: number): WrittenField[] {
  return model.fields.flatMap(({ name, type }) => {
    const called = classOf(type);
    const part = called === undefined ? undefined : find(called, model);
    if (part === undefined || !isPart(part, model)) return [];
    const inner = depth < deepest ? fieldsWithin(part, find, depth + 1) : [];
    return [...part.fields, ...inner].map((field) => ({
      ...placedIn(part.file, field),
      name: `${name}.${field.name}`,
    }));
  });
}
