# Brain 1 with the pages, for Azure Container Apps or any other place that runs containers.
FROM python:3.12-slim
RUN apt-get update && apt-get install -y --no-install-recommends flite && rm -rf /var/lib/apt/lists/*
RUN pip install --no-cache-dir uv==0.13.9
WORKDIR /app
COPY . .
RUN uv sync --locked --extra azure --extra postgres --extra insights
# pages of other sources than these would be an older version's: build them first, `./run doctor`
RUN .venv/bin/python tools/build_frontend.py --asked
RUN useradd --create-home sparring && mkdir /data && chown sparring /data
USER sparring
ENV SPARRING_DATA_DIR=/data
EXPOSE 8000
CMD [".venv/bin/sparring", "actor"]
