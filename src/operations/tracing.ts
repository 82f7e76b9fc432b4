import { randomBytes } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import { createPackageLoader, type LoadFailure } from '../files/package-loader.ts'
import type { NotedRequest } from './noted-requests.ts'

/** Where what sends traces is installed: a package of its own, beside Hallway's. */
const packageFolder = fileURLToPath(new URL('../../tracing', import.meta.url))

export interface Tracing {
  /** Sends a request as a span with a span a step, some seconds later and together with others. */
  record(request: NotedRequest): void
  /** Sends what has not been sent, for two seconds at most. */
  close(): Promise<void>
}

/** It cannot be loaded; the message is one line that says what to do. */
export class TracingFailure extends Error {
  readonly code = 'tracing_failure'
}

/** What of OpenTelemetry's packages is used. */
interface TraceSpan {
  setAttribute(name: string, value: string): TraceSpan
  setStatus(status: { readonly code: number }): TraceSpan
  end(at: number): void
}
interface Api {
  readonly ROOT_CONTEXT: object
  readonly SpanKind: { readonly SERVER: number; readonly INTERNAL: number }
  readonly SpanStatusCode: { readonly ERROR: number }
  readonly trace: { setSpan(context: object, span: TraceSpan): object }
}
interface Sdk {
  readonly BatchSpanProcessor: new (options: object) => object
  readonly TracerProvider: new (
    options: object,
  ) => {
    getTracer(name: string): { startSpan(name: string, options: object, context: object): TraceSpan }
    shutdown(): Promise<void>
  }
}
interface Exporters {
  readonly OTLPTraceExporter: new () => object
}
interface Resource {
  merge(other: Resource): Resource
}
interface Resources {
  readonly envDetector: object
  detectResources(options: object): Resource
  resourceFromAttributes(attributes: object): Resource
}

/**
 * Traces by OpenTelemetry over HTTP. Where to, and with which headers, its own exporter reads from the environment
 * (https://opentelemetry.io/docs/specs/otel/protocol/exporter/).
 * @throws {TracingFailure}
 */
export function openTracing({ version }: { readonly version: string }): Tracing {
  const read = createPackageLoader(
    packageFolder,
    (why, cause) => new TracingFailure(whyMissing(why), { cause }),
  )
  const { ROOT_CONTEXT, SpanKind, SpanStatusCode, trace } = read<Api>('@opentelemetry/api')
  const { BatchSpanProcessor, TracerProvider } = read<Sdk>('@opentelemetry/sdk-trace')
  const { OTLPTraceExporter } = read<Exporters>('@opentelemetry/exporter-trace-otlp-http')
  const resources = read<Resources>('@opentelemetry/resources')
  const ours = resources.resourceFromAttributes({ 'service.name': 'hallway', 'service.version': version })
  // Spans are made when a request is over, in one step: so its id is that of the next trace.
  let traceId = ''
  const provider = new TracerProvider({
    resource: ours.merge(resources.detectResources({ detectors: [resources.envDetector] })),
    spanProcessors: [new BatchSpanProcessor({ exporter: new OTLPTraceExporter() })],
    idGenerator: {
      generateTraceId: () => traceId,
      generateSpanId: () => randomBytes(8).toString('hex'),
    },
  })
  const tracer = provider.getTracer('hallway')

  return {
    record({ id, surface, outcome, startedAt, ms, steps }) {
      traceId = id
      const options = { kind: SpanKind.SERVER, startTime: startedAt }
      const whole = tracer.startSpan(`slack ${surface}`, options, ROOT_CONTEXT)
      whole.setAttribute('hallway.surface', surface).setAttribute('hallway.outcome', outcome)
      if (outcome === 'failed') whole.setStatus({ code: SpanStatusCode.ERROR })
      const within = trace.setSpan(ROOT_CONTEXT, whole)
      for (const step of steps) {
        tracer
          .startSpan(step.name, { kind: SpanKind.INTERNAL, startTime: step.startedAt }, within)
          .end(step.startedAt + step.ms)
      }
      whole.end(startedAt + ms)
    },
    async close() {
      const done = provider.shutdown().catch(() => {})
      await Promise.race([done, new Promise((resolve) => setTimeout(resolve, maxCloseMs).unref())])
    },
  }
}

const maxCloseMs = 2_000

function whyMissing({ name, isMissing, message }: LoadFailure): string {
  return isMissing
    ? 'OTEL_EXPORTER_OTLP_ENDPOINT is set, but what sends traces is not installed, so none are sent. Install it: npm ci --prefix tracing'
    : `Traces cannot be sent: ${name} does not load (${message}).`
}
