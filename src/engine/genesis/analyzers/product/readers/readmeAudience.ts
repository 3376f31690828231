/** Whom a product can be for: without one of these, "designed for" tells of a purpose or a platform. */
const people =
  '(?:developers?|programmers?|hackers?|teams?|engineers?|designers?|researchers?|scientists?|students?|teachers?|educators?|schools?|universit(?:y|ies)|compan(?:y|ies)|businesses|enterprises?|organi[sz]ations?|agenc(?:y|ies)|startups?|nonprofits?|administrators?|admins?|sysadmins?|operators?|maintainers?|freelancers?|creators?|makers?|hobbyists?|professionals?|analysts?|beginners?|newcomers?|everyone|anyone|everybody|people|individuals|famil(?:y|ies)|communit(?:y|ies)|users|customers|writers?|authors?|bloggers?|publishers?|journalists?|artists?|musicians?|photographers?|gamers?|players?|kids|children|parents|readers|clinicians?|doctors?|patients?)';

/** `admin interfaces` are no people. */
const noAttribute =
  "(?=\\s*(?:$|[^\\s\\w'-])|\\s+(?:-|who|whom|that|which|and|or|to|in|of|with|at|on|from|by|as|for|both|wanting|looking|using|working|building|writing|alike|everywhere|like|without|seeking|across|wishing|interested|needing)(?![\\w-]))";

/** Further down much else is there for someone. */
export const madeFor = new RegExp(
  `\\b(?:made|built|designed|intended|meant|aimed|written|created|tailored|perfect|ideal) (?:(?:for|at) (?!\\w{1,30}ing\\b)(?:[\\w,'-]{1,30} ){0,5}|to help (?!you\\b)(?:[\\w-]{1,30} ){0,2})${people}${noAttribute}`,
  'i',
);
export const audience = new RegExp(
  `${madeFor.source}|\\b(?:is|are|provides|offers|gives|lets|helps)\\b[^.!?]{1,200}\\bfor (?!\\w{1,30}ing\\b)(?:[\\w-]{1,30} ){0,2}${people}${noAttribute}`,
  'i',
);
