import type { Route } from '../../../../shared/inventory';
import type { FileRecord, ScanModel, Synthesizer } from '../../scanModel';
import type { FileProgram } from './program/program';
import { programExtractor } from './program/programExtractor';
import { routerRules } from './rules/routerRules';
import { composeRoutes } from './run/composeRoutes';
import { Project } from './run/project';
import { RuleBook } from './run/ruleBook';
import { runProject } from './run/runProject';

/** Puts all routes of the project into the inventory. */
export const routesSynthesizer: Synthesizer = {
  id: 'entryPoints.routes',
  run(model) {
    model.inventory.routes.push(...findRoutes(model));
  },
};

/** Examples count only where nothing else has routes. */
function findRoutes(model: ScanModel): Route[] {
  const programs = [...model.factsOf(programExtractor)];
  const own = programs.filter(([file]) => file.role !== 'example');
  const routes = routesOf(own, model);
  const found = routes.length > 0 || own.length === programs.length ? routes : routesOf(programs, model);
  return found.sort((a, b) => (a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1));
}

function routesOf(programs: readonly (readonly [FileRecord, FileProgram])[], model: ScanModel): Route[] {
  const project = new Project(programs, model.imports, model.byPath);
  const interpreter = runProject(project, new RuleBook(routerRules));
  return composeRoutes(interpreter.nodes);
}
