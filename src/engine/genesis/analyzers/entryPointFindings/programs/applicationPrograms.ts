import { folderOf } from '../../../facts/paths';
import type { ScanModel } from '../../../scanModel';
import { isBeside } from '../../techStack/productPaths';
import { isTemplatePath } from '../../techStack/templates';
import { applicationExtractor } from './extractors/applicationExtractor';
import { isService, isTestAsset, type Program, placeAt } from './program';

/** Applications that a framework starts, by what their build calls them, where no program of the code lies beside it. */
export function applicationPrograms(model: ScanModel, others: readonly Program[]): Program[] {
  return [...model.factsOf(applicationExtractor)].flatMap(
    ([{ path }, { name, line, needsImage, isSide }]): Program[] => {
      const file = model.byPath.get(path);
      const folder = folderOf(path);
      const isOwn =
        (file?.role === 'config' || file?.role === 'source') &&
        !isBeside(path) &&
        !isTestAsset(path) &&
        !isTemplatePath(path);
      const isTold = others.some(({ place }) =>
        folder === '' ? folderOf(place.path) === '' && isProject.test(path) : place.path.startsWith(`${folder}/`),
      );
      return !isOwn || isTold || (isSide && others.length > 0) || (needsImage && !isService(folder, model))
        ? []
        : [{ name, place: placeAt(path, line) }];
    },
  );
}

const isProject = /\.\w{2}proj$/;
