import type { Analyzer } from '../../scanModel';
import { abpExtractor } from './controllers/abp/abpExtractor';
import { beegoExtractor } from './controllers/beegoControllers';
import { cakeExtractor } from './controllers/cakeControllers';
import { codeIgniterExtractor } from './controllers/codeIgniterExtractor';
import { furionExtractor } from './controllers/furion/furionExtractor';
import { grailsControllerExtractor } from './controllers/grails/grailsControllers';
import { urlMappingsExtractor } from './controllers/grails/urlMappings';
import { yiiExtractor } from './controllers/yiiExtractor';
import { dispatchExtractor } from './dispatch/dispatchExtractor';
import { azureFunctionsExtractor } from './documents/azureFunctions';
import { gatewayExtractor } from './documents/gatewayExtractor';
import { generatedServersExtractor } from './documents/generatedServers';
import { javalinDocsExtractor } from './documents/javalinDocs';
import { openApiExtractor } from './documents/openApiExtractor';
import { playRoutesExtractor } from './documents/playRoutesExtractor';
import { servletBeansExtractor } from './documents/servletBeans';
import { dataRestExtractor } from './documents/springData/dataRest';
import { strutsExtractor } from './documents/strutsRoutes';
import { textExtractors } from './documents/textRoutes';
import { yarpExtractor } from './documents/yarpRoutes';
import { filamentExtractor } from './fileRoutes/filamentExtractor';
import { fileRouteExtractor } from './fileRoutes/fileRouteExtractor';
import { packageExtractor } from './packages/packageExtractor';
import { procedureExtractor } from './procedures/procedureExtractor';
import { programExtractor } from './program/programExtractor';
import { routesConclusion, routesSynthesizer } from './routesSynthesizer';
import { codePrefixesExtractor } from './settings/codePrefixes';
import { configuredBasesExtractor } from './settings/configuredBases';
import { settingsExtractor } from './settings/settingsExtractor';
import { symfonyRoutesExtractor } from './settings/symfonyRoutesExtractor';
import { tableExtractor } from './tables/tableExtractor';

/** Entry points: HTTP routes and the other ways in. */
export const entryPointsAnalyzer: Analyzer = {
  id: 'entryPoints',
  extractors: [
    openApiExtractor,
    ...textExtractors,
    javalinDocsExtractor,
    servletBeansExtractor,
    dataRestExtractor,
    gatewayExtractor,
    yarpExtractor,
    azureFunctionsExtractor,
    strutsExtractor,
    generatedServersExtractor,
    playRoutesExtractor,
    programExtractor,
    procedureExtractor,
    tableExtractor,
    dispatchExtractor,
    yiiExtractor,
    codeIgniterExtractor,
    cakeExtractor,
    beegoExtractor,
    abpExtractor,
    furionExtractor,
    grailsControllerExtractor,
    urlMappingsExtractor,
    fileRouteExtractor,
    filamentExtractor,
    packageExtractor,
    settingsExtractor,
    codePrefixesExtractor,
    configuredBasesExtractor,
    symfonyRoutesExtractor,
  ],
  synthesizers: [routesSynthesizer],
  dear: [routesConclusion],
};
