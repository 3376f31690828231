/** Containers, clusters, infrastructure as code, CI and hosting. */
export const delivery = `
Docker | tooling | - | file:Dockerfile file:Dockerfile.* file:*.Dockerfile file:*.dockerfile file:Containerfile
Docker Compose | tooling | - | file:docker-compose.yml file:docker-compose.yaml file:docker-compose.*.yml file:docker-compose.*.yaml file:docker-compose-*.yml file:compose.yml file:compose.yaml file:compose.*.yml file:compose.*.yaml
Kubernetes | tooling | - | manifest:kubernetes
Helm | tooling | - | file:Chart.yaml
Kustomize | tooling | - | file:kustomization.yaml file:kustomization.yml
Skaffold | tooling | - | file:skaffold.yaml
Tilt | tooling | - | file:Tiltfile
Argo CD | tooling | - | manifest:argocd
Terraform | tooling | - | runtime:terraform suffix:.tf
OpenTofu | tooling | - | suffix:.tofu
Terragrunt | tooling | - | file:terragrunt.hcl
Pulumi | tooling | - | file:Pulumi.yaml npm:@pulumi/pulumi pypi:pulumi golang:github.com/pulumi/pulumi/*
AWS CDK | tooling | - | npm:aws-cdk-lib npm:aws-cdk pypi:aws-cdk-lib file:cdk.json
AWS SAM | tooling | - | file:samconfig.toml manifest:sam
CloudFormation | tooling | - | manifest:cloudformation
SST | tooling | - | npm:sst file:sst.config.ts
Bicep | tooling | - | suffix:.bicep
Ansible | tooling | - | file:ansible.cfg file:playbook.yml root:tasks/main.yml root:galaxy.yml root:site.yml pypi:ansible
Packer | tooling | - | suffix:.pkr.hcl
Vagrant | tooling | - | file:Vagrantfile
Puppet | tooling | - | file:Puppetfile
Chef | tooling | - | file:Berksfile
Capistrano | tooling | - | gem:capistrano file:Capfile
Kamal | tooling | - | gem:kamal file:config/deploy.yml+gem:kamal
Deployer | tooling | - | composer:deployer/deployer
Laravel Sail | tooling | - | composer:laravel/sail
GitHub Actions | tooling | - | root:.github/workflows/*.yml root:.github/workflows/*.yaml
GitLab CI | tooling | - | root:.gitlab-ci.yml
CircleCI | tooling | - | root:.circleci/config.yml
Travis CI | tooling | - | root:.travis.yml
Jenkins | tooling | - | file:Jenkinsfile
Azure Pipelines | tooling | - | root:azure-pipelines.yml root:.azure-pipelines/*.yml root:.azuredevops/*.yml
Bitbucket Pipelines | tooling | - | root:bitbucket-pipelines.yml
AppVeyor | tooling | - | root:appveyor.yml root:.appveyor.yml
Drone | tooling | - | root:.drone.yml
Woodpecker CI | tooling | - | root:.woodpecker.yml root:.woodpecker/*.yml
Buildkite | tooling | - | root:.buildkite/pipeline.yml
Cirrus CI | tooling | - | root:.cirrus.yml
Semaphore | tooling | - | root:.semaphore/semaphore.yml
TeamCity | tooling | - | root:.teamcity/settings.kts
Codemagic | tooling | - | root:codemagic.yaml
Google Cloud Build | tooling | - | file:cloudbuild.yaml file:cloudbuild.yml
AWS CodeBuild | tooling | - | file:buildspec.yml
Dependabot | tooling | - | root:.github/dependabot.yml root:.github/dependabot.yaml
Renovate | tooling | - | root:renovate.json root:renovate.json5 root:.github/renovate.json root:.github/renovate.json5 root:.renovaterc root:.renovaterc.json
Snyk | tooling | - | root:.snyk npm:snyk
Crowdin | tooling | - | root:crowdin.yml
Heroku | tooling | - | file:Procfile file:app.json+file:Procfile image:heroku/*
Vercel | tooling | - | file:vercel.json
Netlify | tooling | - | file:netlify.toml npm:@netlify/functions
Cloudflare Workers | tooling | - | file:wrangler.toml file:wrangler.json file:wrangler.jsonc npm:wrangler npm:@cloudflare/workers-types
Fly.io | tooling | - | file:fly.toml
Render | tooling | - | root:render.yaml
Railway | tooling | - | file:railway.json file:railway.toml
DigitalOcean App Platform | tooling | - | root:.do/app.yaml root:.do/deploy.template.yaml
Google App Engine | tooling | - | root:app.yaml+root:.gcloudignore
AWS Elastic Beanstalk | tooling | - | root:.ebextensions/*.config root:.elasticbeanstalk/config.yml
Platform.sh | tooling | - | root:.platform.app.yaml
Gitpod | tooling | - | root:.gitpod.yml
CodeSandbox | tooling | - | root:.codesandbox/tasks.json
Supervisor | tooling | - | file:supervisord.conf pypi:supervisor
systemd | tooling | - | suffix:.service
Postman | tooling | - | suffix:.postman_collection.json
Read the Docs | tooling | - | root:.readthedocs.yml root:.readthedocs.yaml
Snapcraft | tooling | - | file:snapcraft.yaml
Flatpak | tooling | - | suffix:.flatpak.yml
`;
