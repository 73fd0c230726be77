# The server and nothing else: one static binary on an empty file system.
#
#   docker build -t ssh-resume .
#   docker run -d -p 22:2222 -v ssh-resume:/var/lib/ssh-resume --stop-timeout 15 ssh-resume
#
# It needs no capability, no writable file system except the volume, and no
# network except the port: see deploy/compose/compose.yaml.

# Go cross-compiles, so nothing is emulated. Only BuildKit sets BUILDPLATFORM,
# TARGETOS and TARGETARCH.
FROM --platform=${BUILDPLATFORM:-linux/amd64} golang:1.26.8 AS build
WORKDIR /src
ENV CGO_ENABLED=0
ARG GOPROXY
# Modules change less often than code, so they are a layer of their own.
COPY go.mod go.sum ./
RUN go mod download
COPY cmd cmd
COPY data data
COPY internal internal
# For "ssh-resume version": the build context has no Git repository.
ARG VERSION
ARG COMMIT
ARG TARGETOS
ARG TARGETARCH
RUN GOOS=$TARGETOS GOARCH=$TARGETARCH go build -trimpath -ldflags "-s -w -X main.version=$VERSION -X main.commit=$COMMIT" -o /ssh-resume ./cmd/ssh-resume
RUN mkdir -m 700 /state

FROM scratch
LABEL org.opencontainers.image.title="ssh-resume" \
      org.opencontainers.image.description="A résumé to read in the terminal: ssh HOST" \
      org.opencontainers.image.licenses="MIT"
ARG VERSION
ARG COMMIT
LABEL org.opencontainers.image.version="$VERSION" \
      org.opencontainers.image.revision="$COMMIT"
COPY --from=build /ssh-resume /ssh-resume
# The host key is made here at the first start. A new volume inherits the owner.
COPY --from=build --chown=65532:65532 /state /var/lib/ssh-resume
VOLUME /var/lib/ssh-resume
ENV STATE_DIRECTORY=/var/lib/ssh-resume
# A number, so that Kubernetes can tell that it is not root.
USER 65532:65532
EXPOSE 2222
HEALTHCHECK --interval=30s --timeout=6s --start-period=5s CMD ["/ssh-resume", "healthcheck"]
ENTRYPOINT ["/ssh-resume"]
