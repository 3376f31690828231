/** Distributions of PyPI whose import name is not their own name. Lines: `distribution: import, …` */
const table = `
pyyaml: yaml
pillow: PIL
beautifulsoup4: bs4
scikit-learn: sklearn
scikit-image: skimage
opencv-python: cv2
opencv-python-headless: cv2
python-dateutil: dateutil
python-dotenv: dotenv
python-jose: jose
python-multipart: multipart, python_multipart
python-slugify: slugify
unicode-slugify: slugify
python-magic: magic
python-memcached: memcache
python-docx: docx
python-pptx: pptx
python-telegram-bot: telegram
python-gitlab: gitlab
python-ldap: ldap
python-decouple: decouple
psycopg2-binary: psycopg2
psycopg-binary: psycopg
mysqlclient: MySQLdb
pymysql: pymysql
mysql-connector-python: mysql
pyjwt: jwt
pygobject: gi
pycryptodome: Crypto
pycryptodomex: Cryptodome
pycrypto: Crypto
pyopenssl: OpenSSL
pyserial: serial
pyzmq: zmq
pymongo: pymongo, bson, gridfs
attrs: attr, attrs
msgpack-python: msgpack
protobuf: google
google-cloud-storage: google
google-auth: google
google-api-python-client: googleapiclient, apiclient
griffelib: griffe
grpcio: grpc
grpcio-tools: grpc_tools
django-rest-framework: rest_framework
djangorestframework: rest_framework
djangorestframework-simplejwt: rest_framework_simplejwt
djangorestframework-jwt: rest_framework_jwt
django-filter: django_filters
django-cors-headers: corsheaders
django-environ: environ
django-debug-toolbar: debug_toolbar
django-allauth: allauth
django-storages: storages
django-crispy-forms: crispy_forms
django-redis: django_redis
django-celery-beat: django_celery_beat
django-model-utils: model_utils
django-mptt: mptt
django-guardian: guardian
django-ninja: ninja
django-oauth-toolkit: oauth2_provider
graphene-django: graphene_django
drf-yasg: drf_yasg
drf-spectacular: drf_spectacular
flask-sqlalchemy: flask_sqlalchemy
flask-login: flask_login
factory-boy: factory
faker: faker
ruamel-yaml: ruamel
setuptools: setuptools, pkg_resources
websocket-client: websocket
gitpython: git
discord-py: discord
pyside6: PySide6
pyqt5: PyQt5
pyqt6: PyQt6
pyside2: PySide2
pywin32: win32api, win32con, win32gui, pythoncom
markupsafe: markupsafe
jinja2: jinja2
sqlalchemy: sqlalchemy
sentry-sdk: sentry_sdk
elasticsearch-dsl: elasticsearch_dsl
azure-storage-blob: azure
azure-identity: azure
boto: boto
aws-xray-sdk: aws_xray_sdk
apache-airflow: airflow
tensorflow-gpu: tensorflow
torch: torch
umap-learn: umap
sentence-transformers: sentence_transformers
langchain-core: langchain_core
antlr4-python3-runtime: antlr4
dnspython: dns
ldap3: ldap3
pyasn1-modules: pyasn1_modules
simplejson: simplejson
webob: webob
zope-interface: zope
prometheus-client: prometheus_client
pytest-mock: pytest_mock
typing-extensions: typing_extensions
async-timeout: async_timeout
email-validator: email_validator
itsdangerous: itsdangerous
more-itertools: more_itertools
apache-flink: pyflink
auth0-python: auth0
aws-cdk-lib: aws_cdk
cassandra-driver: cassandra
cx-oracle: cx_Oracle
discord.py: discord
discord-py: discord
py-cord: discord
django-cms: cms
dspy-ai: dspy
faiss-cpu: faiss
faiss-gpu: faiss
farm-haystack: haystack
haystack-ai: haystack
ffmpeg-python: ffmpeg
hydra-core: hydra
kafka-python: kafka
livekit-api: livekit
llama-index-core: llama_index
markdown-it-py: markdown_it
matrix-nio: nio
mssql-django: mssql
nats-py: nats
onnxruntime-gpu: onnxruntime
opensearch-py: opensearchpy
pact-python: pact
paho-mqtt: paho
pinecone-client: pinecone
pulsar-client: pulsar
pygame-ce: pygame
python-socketio: socketio
snowflake-connector-python: snowflake
snowflake-sqlalchemy: snowflake
strawberry-graphql: strawberry
tensorflow-cpu: tensorflow
tortoise-orm: tortoise
weaviate-client: weaviate
`;

const imports = new Map(
  table
    .trim()
    .split('\n')
    .map((line) => {
      const [distribution = '', names = ''] = line.split(': ');
      return [distribution, names.split(', ')] as const;
    }),
);

/** Top-level import names of a distribution; without an entry its own name with `_`. */
export function pythonImportNames(distribution: string): readonly string[] {
  return imports.get(distribution) ?? [distribution.replaceAll('-', '_')];
}
