declare module 'contox-suites';
