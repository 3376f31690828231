/** Containers, clusters, infrastructure as code, CI and hosting. */
export const delivery = `
Docker | tooling | 4 | file:Dockerfile file:Dockerfile.* file:*.Dockerfile file:*.dockerfile file:Containerfile
Docker Compose | tooling | 4 | file:docker-compose.yml file:docker-compose.yaml file:docker-compose.*.yml file:docker-compose.*.yaml file:docker-compose-*.yml file:compose.yml file:compose.yaml file:compose.*.yml file:compose.*.yaml
Kubernetes | tooling | 4 | manifest:kubernetes
Helm | tooling | 4 | file:Chart.yaml
Kustomize | tooling | 4 | file:kustomization.yaml file:kustomization.yml
Skaffold | tooling | - | file:skaffold.yaml
Tilt | tooling | - | file:Tiltfile
Argo CD | tooling | - | manifest:argocd
Terraform | tooling | 4 | runtime:terraform suffix:.tf
Terraform provider for AWS | tooling | 4 | runtime:terraform/hashicorp/aws
Terraform provider for Google Cloud | tooling | 4 | runtime:terraform/hashicorp/google runtime:terraform/hashicorp/google-beta
Terraform provider for Azure | tooling | 4 | runtime:terraform/hashicorp/azurerm
Terraform provider for Kubernetes | tooling | 4 | runtime:terraform/hashicorp/kubernetes
Terraform provider for Helm | tooling | 4 | runtime:terraform/hashicorp/helm
Terraform provider for Cloudflare | tooling | 4 | runtime:terraform/cloudflare/cloudflare
Terraform provider for GitHub | tooling | 4 | runtime:terraform/integrations/github
Terraform provider for Docker | tooling | 4 | runtime:terraform/kreuzwerker/docker
OpenTofu | tooling | 4 | suffix:.tofu
Terragrunt | tooling | 4 | file:terragrunt.hcl
Pulumi | tooling | 4 | file:Pulumi.yaml npm:@pulumi/pulumi pypi:pulumi golang:github.com/pulumi/pulumi/*
AWS CDK | tooling | 4 | npm:aws-cdk-lib npm:aws-cdk pypi:aws-cdk-lib file:cdk.json
AWS SAM | tooling | 4 | file:samconfig.toml manifest:sam
CloudFormation | tooling | 4 | manifest:cloudformation
SST | tooling | 4 | npm:sst file:sst.config.ts
Bicep | tooling | 4 | suffix:.bicep
Ansible | tooling | 4 | file:ansible.cfg file:playbook.yml root:tasks/main.yml root:galaxy.yml root:site.yml pypi:ansible
Packer | tooling | 4 | suffix:.pkr.hcl
Vagrant | tooling | - | file:Vagrantfile
Puppet | tooling | 4 | file:Puppetfile
Chef | tooling | 4 | file:Berksfile
Capistrano | tooling | 4 | gem:capistrano file:Capfile
Kamal | tooling | 4 | gem:kamal file:config/deploy.yml+gem:kamal
Deployer | tooling | 4 | composer:deployer/deployer
Laravel Sail | tooling | - | composer:laravel/sail
GitHub Actions | tooling | 4 | root:.github/workflows/*.yml root:.github/workflows/*.yaml
GitLab CI | tooling | 4 | root:.gitlab-ci.yml
CircleCI | tooling | 4 | root:.circleci/config.yml
Travis CI | tooling | 4 | root:.travis.yml
Jenkins | tooling | 4 | file:Jenkinsfile
Azure Pipelines | tooling | 4 | root:azure-pipelines.yml root:.azure-pipelines/*.yml root:.azuredevops/*.yml
Bitbucket Pipelines | tooling | 4 | root:bitbucket-pipelines.yml
AppVeyor | tooling | 4 | root:appveyor.yml root:.appveyor.yml
Drone | tooling | 4 | root:.drone.yml
Woodpecker CI | tooling | 4 | root:.woodpecker.yml root:.woodpecker/*.yml
Buildkite | tooling | 4 | root:.buildkite/pipeline.yml
Cirrus CI | tooling | 4 | root:.cirrus.yml
Semaphore | tooling | 4 | root:.semaphore/semaphore.yml
TeamCity | tooling | 4 | root:.teamcity/settings.kts
Codemagic | tooling | 4 | root:codemagic.yaml
Google Cloud Build | tooling | 4 | file:cloudbuild.yaml file:cloudbuild.yml
AWS CodeBuild | tooling | 4 | file:buildspec.yml
Dependabot | tooling | - | root:.github/dependabot.yml root:.github/dependabot.yaml
Renovate | tooling | - | root:renovate.json root:renovate.json5 root:.github/renovate.json root:.github/renovate.json5 root:.renovaterc root:.renovaterc.json
Snyk | tooling | - | root:.snyk npm:snyk
Crowdin | tooling | - | root:crowdin.yml
Heroku | tooling | 4 | file:Procfile file:app.json+file:Procfile image:heroku/*
Vercel | tooling | 4 | file:vercel.json
Netlify | tooling | 4 | file:netlify.toml npm:@netlify/functions
Cloudflare Workers | tooling | 4 | file:wrangler.toml file:wrangler.json file:wrangler.jsonc npm:wrangler npm:@cloudflare/workers-types
Fly.io | tooling | 4 | file:fly.toml
Render | tooling | 4 | root:render.yaml
Railway | tooling | 4 | file:railway.json file:railway.toml
DigitalOcean App Platform | tooling | 4 | root:.do/app.yaml root:.do/deploy.template.yaml
Google App Engine | tooling | 4 | root:app.yaml+root:.gcloudignore
AWS Elastic Beanstalk | tooling | 4 | root:.ebextensions/*.config root:.elasticbeanstalk/config.yml
Platform.sh | tooling | 4 | root:.platform.app.yaml
Gitpod | tooling | - | root:.gitpod.yml
CodeSandbox | tooling | - | root:.codesandbox/tasks.json
Supervisor | tooling | - | file:supervisord.conf pypi:supervisor
systemd | tooling | - | suffix:.service
Postman | tooling | - | suffix:.postman_collection.json
Read the Docs | tooling | - | root:.readthedocs.yml root:.readthedocs.yaml
Snapcraft | tooling | 4 | file:snapcraft.yaml
Flatpak | tooling | 4 | suffix:.flatpak.yml
`;
