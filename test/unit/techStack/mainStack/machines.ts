import type { TextExample } from './textExample';

/** What is said of repositories that set up machines. */
export const machinesExamples: readonly TextExample[] = [
  {
    what: 'settings of machines are code, and no documents',
    files: Object.fromEntries([
      ...Array.from({ length: 40 }, (_, n) => [`patterns/p${n}/README.md`, 'Wash the cups.\n'.repeat(90)]),
      ...Array.from({ length: 40 }, (_, n) => [`patterns/p${n}/main.tf`, 'provider "aws" {\n  region = "eu"\n}\n']),
      ['patterns/p1/chart/Chart.yaml', 'apiVersion: v2\nname: p\nversion: 1.0.0\n'],
    ]),
    has: ['Terraform'],
    says: ['Built with Terraform'],
  },
  {
    what: 'a folder of requirements speaks of the folder around it, and the name of a task of a playbook of nothing',
    files: {
      'requirements/project.txt': 'django==4.2.17\n',
      'manage.py': 'import django\n',
      'frontend/package.json': '{"name":"web","dependencies":{"react":"17.0.2"}}',
      'frontend/src/App.jsx': "import React from 'react';\n",
      'roles/stats/tasks/prometheus.yml': '- name: Start Prometheus\n',
    },
    has: ['Django 4.2.17'],
    hasNot: ['Prometheus'],
    says: ['Frameworks by package: the top asks for Django, frontend asks for React'],
    saysNot: /\(requirements\)/,
  },
  {
    what: 'what a module of Terraform needs is its version',
    files: {
      'main.tf': 'resource "aws_s3_bucket" "cups" {\n  bucket = "cups"\n}\n',
      'versions.tf': 'terraform {\n  required_version = ">= 1.5.7"\n}\n',
    },
    has: ['Terraform >= 1.5.7'],
    says: ['Built with Terraform >= 1.5.7'],
  },
  {
    what: 'a role of Ansible is built with Ansible',
    files: { 'tasks/main.yml': '- name: a\n  apt: name=b\n' },
    has: ['Ansible'],
    says: ['Built with Ansible'],
  },
  {
    what: 'machines that playbooks set up are built with their tool, not with a helper beside them',
    files: {
      'ansible.cfg': '[defaults]\n',
      'roles/web/tasks/main.yml': '- name: a\n',
      'roles/db/tasks/main.yml': '- name: a\n',
      'roles/db/tasks/backup.yml': '- name: a\n',
      'requirements/requirements-controller.txt': 'fastapi==0.115.13\n',
      'controller/app.py': 'import fastapi\n',
    },
    has: ['Ansible'],
    says: ['Built with Ansible'],
    saysNot: /FastAPI/,
  },
  {
    what: 'playbooks beside scripts of Terraform that others gave are built with Ansible, and written in nothing else',
    files: {
      'ansible.cfg': '[defaults]\n',
      'roles/web/tasks/main.yml': '- name: a\n',
      'roles/db/tasks/main.yml': '- name: a\n',
      'roles/db/tasks/backup.yml': '- name: a\n',
      'contrib/terraform/main.tf': 'resource "a" "b" {}\n',
      'contrib/terraform/vars.tf': 'variable "a" {}\n',
    },
    has: ['Ansible', 'HCL'],
    says: ['Built with Ansible'],
    saysNot: /Terraform|HCL/,
  },
  {
    what: 'machines are built with their tool',
    files: { 'main.tf': 'variable "a" {\n  default = 1\n}\n' },
    has: ['Terraform'],
    says: ['Built with Terraform'],
  },
];
