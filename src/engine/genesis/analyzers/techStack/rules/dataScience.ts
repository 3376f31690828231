/** Numbers, models and language models. */
export const dataScience = `
NumPy | backend | - | pypi:numpy
pandas | backend | - | pypi:pandas
Polars | backend | - | pypi:polars cargo:polars npm:nodejs-polars
SciPy | backend | - | pypi:scipy
Matplotlib | backend | - | pypi:matplotlib
Plotly | backend | - | pypi:plotly npm:plotly.js npm:react-plotly.js
scikit-learn | framework | 3 | pypi:scikit-learn
PyTorch | framework | 2 | pypi:torch pypi:pytorch-lightning pypi:lightning
TensorFlow | framework | 2 | pypi:tensorflow pypi:tensorflow-cpu pypi:tensorflow-gpu npm:@tensorflow/tfjs npm:@tensorflow/tfjs-node
Keras | framework | 3 | pypi:keras
JAX | framework | 2 | pypi:jax
XGBoost | backend | - | pypi:xgboost
LightGBM | backend | - | pypi:lightgbm
Transformers | framework | 3 | pypi:transformers npm:@huggingface/transformers npm:@xenova/transformers
Sentence Transformers | backend | - | pypi:sentence-transformers
spaCy | backend | - | pypi:spacy
NLTK | backend | - | pypi:nltk
OpenCV | backend | - | pypi:opencv-python pypi:opencv-python-headless
MLflow | tooling | - | pypi:mlflow
Weights & Biases | tooling | - | pypi:wandb
Ray | framework | 3 | pypi:ray
Dask | backend | - | pypi:dask
Apache Spark | framework | 2 | pypi:pyspark maven:org.apache.spark:*
Apache Flink | framework | 2 | maven:org.apache.flink:* pypi:apache-flink
Apache Beam | framework | 2 | pypi:apache-beam maven:org.apache.beam:*
Jupyter | tooling | - | pypi:jupyter pypi:jupyterlab pypi:notebook suffix:.ipynb
DVC | tooling | - | pypi:dvc file:dvc.yaml
LangChain | framework | 3 | pypi:langchain pypi:langchain-core npm:langchain npm:@langchain/core golang:github.com/tmc/langchaingo
LangChain4j | framework | 3 | maven:dev.langchain4j:*
LangGraph | framework | 3 | pypi:langgraph npm:@langchain/langgraph
LlamaIndex | framework | 3 | pypi:llama-index pypi:llama-index-core npm:llamaindex
OpenAI SDK | backend | - | npm:openai ~npm:@ai-sdk/openai pypi:openai golang:github.com/sashabaranov/go-openai golang:github.com/openai/openai-go composer:openai-php/client composer:openai-php/laravel gem:ruby-openai nuget:OpenAI ~nuget:Azure.AI.OpenAI ~nuget:Aspire.Azure.AI.OpenAI cargo:async-openai
Anthropic SDK | backend | - | npm:@anthropic-ai/sdk ~npm:@ai-sdk/anthropic pypi:anthropic golang:github.com/anthropics/anthropic-sdk-go
Google Gemini SDK | backend | - | npm:@google/generative-ai npm:@google/genai ~npm:@ai-sdk/google pypi:google-generativeai pypi:google-genai
Vercel AI SDK | backend | - | npm:ai
Ollama | backend | - | npm:ollama pypi:ollama image:ollama/ollama nuget:OllamaSharp nuget:CommunityToolkit.Aspire.OllamaSharp
Model Context Protocol | backend | - | npm:@modelcontextprotocol/sdk pypi:mcp pypi:fastmcp nuget:ModelContextProtocol golang:github.com/mark3labs/mcp-go cargo:rmcp
Semantic Kernel | backend | - | nuget:Microsoft.SemanticKernel pypi:semantic-kernel
Spring AI | backend | - | maven:org.springframework.ai:*
CrewAI | framework | 3 | pypi:crewai
DSPy | framework | 3 | pypi:dspy pypi:dspy-ai
Haystack | framework | 3 | pypi:haystack-ai pypi:farm-haystack
Instructor | backend | - | pypi:instructor
PydanticAI | framework | 3 | pypi:pydantic-ai
vLLM | backend | - | pypi:vllm image:vllm/vllm-openai
`;
