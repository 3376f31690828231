/** How things get their looks. */
export const styling = `
Tailwind CSS | styling | - | npm:tailwindcss npm:@tailwindcss/vite npm:@tailwindcss/postcss ~npm:@nuxtjs/tailwindcss ~gem:tailwindcss-rails ~hex:tailwind file:tailwind.config.js file:tailwind.config.ts
Bootstrap | styling | - | npm:bootstrap ~npm:bootstrap-vue ~npm:react-bootstrap ~npm:reactstrap ~npm:ngx-bootstrap ~npm:@ng-bootstrap/ng-bootstrap gem:bootstrap gem:bootstrap-sass maven:org.webjars:bootstrap maven:org.webjars.npm:bootstrap ~pypi:django-bootstrap4 ~pypi:django-bootstrap5 ~pypi:crispy-bootstrap5 nuget:bootstrap
Bulma | styling | - | npm:bulma
Foundation | styling | - | npm:foundation-sites
Sass | styling | - | npm:sass npm:node-sass npm:sass-embedded ~gem:sass-rails ~gem:sassc-rails ~gem:dartsass-rails ~gem:sass ~composer:symfonycasts/sass-bundle ~hex:dart_sass
Less | styling | - | npm:less
Stylus | styling | - | npm:stylus
PostCSS | styling | - | npm:postcss
styled-components | styling | - | npm:styled-components
Emotion | styling | - | npm:@emotion/react npm:@emotion/styled
vanilla-extract | styling | - | npm:@vanilla-extract/css
Linaria | styling | - | npm:@linaria/core
Panda CSS | styling | - | npm:@pandacss/dev
UnoCSS | styling | - | npm:unocss npm:@unocss/core
Stitches | styling | - | npm:@stitches/react
Material UI | styling | - | npm:@mui/material npm:@material-ui/core
Angular Material | styling | - | npm:@angular/material
Nuxt UI | styling | - | npm:@nuxt/ui npm:@nuxt/ui-pro
Vuetify | styling | - | npm:vuetify
Quasar | styling | - | npm:quasar
Element Plus | styling | - | npm:element-plus
Element UI | styling | - | npm:element-ui
Naive UI | styling | - | npm:naive-ui
Vant | styling | - | npm:vant
Arco Design | styling | - | npm:@arco-design/web-vue npm:@arco-design/web-react
TDesign | styling | - | npm:tdesign-vue-next npm:tdesign-react
Reka UI | styling | - | npm:reka-ui ~npm:radix-vue
Bits UI | styling | - | npm:bits-ui
HeroUI | styling | - | npm:@heroui/react ~npm:@nextui-org/react
PatternFly | styling | - | npm:patternfly npm:@patternfly/react-core npm:@patternfly/patternfly
Ant Design | styling | - | npm:antd npm:ant-design-vue npm:ng-zorro-antd nuget:AntDesign
MudBlazor | styling | - | nuget:MudBlazor
Radzen Blazor | styling | - | nuget:Radzen.Blazor
Fluent UI Blazor | styling | - | nuget:Microsoft.FluentUI.AspNetCore.Components
Chakra UI | styling | - | npm:@chakra-ui/react
Mantine | styling | - | npm:@mantine/core
Radix UI | styling | - | npm:radix-ui npm:@radix-ui/*
shadcn/ui | styling | - | file:components.json+npm:class-variance-authority ~npm:shadcn ~npm:shadcn-ui
Headless UI | styling | - | npm:@headlessui/react npm:@headlessui/vue
React Aria | styling | - | npm:react-aria npm:react-aria-components
PrimeNG | styling | - | npm:primeng
PrimeVue | styling | - | npm:primevue
PrimeReact | styling | - | npm:primereact
DaisyUI | styling | - | npm:daisyui
Flowbite | styling | - | npm:flowbite npm:flowbite-react
Semantic UI | styling | - | npm:semantic-ui-react npm:semantic-ui-css npm:fomantic-ui
Blueprint | styling | - | npm:@blueprintjs/core
Fluent UI | styling | - | npm:@fluentui/react npm:@fluentui/react-components
Carbon | styling | - | npm:@carbon/react npm:carbon-components
Framer Motion | styling | - | npm:framer-motion npm:motion
Font Awesome | styling | - | npm:@fortawesome/fontawesome-free npm:@fortawesome/fontawesome-svg-core npm:font-awesome maven:org.webjars:font-awesome maven:org.webjars.npm:font-awesome
Lucide | styling | - | npm:lucide-react npm:lucide-vue-next npm:lucide
Autoprefixer | styling | - | npm:autoprefixer
`;
