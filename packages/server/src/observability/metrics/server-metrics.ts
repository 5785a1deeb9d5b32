import { monitorEventLoopDelay } from 'node:perf_hooks'
import { createRegistry } from './registry.ts'

/** What the parts of a server tell of themselves. Nothing of a buyer, a store or an account: numbers and codes only. */
export interface ServerMetrics {
  /** A batch of steps was committed, some of which had lost their race. */
  readonly committed: (steps: number, lost: number, tookMs: number) => void
  readonly commitFailed: () => void
  /** Somebody was refused at one of the doors. */
  readonly refused: (code: string) => void
  /** A timer fired so long after it was due. */
  readonly timerFired: (lateMs: number) => void
  /** Says where to look when the metrics are read. */
  readonly watch: (sources: MetricSources) => void
  /** Everything, in the text format of Prometheus. */
  readonly text: () => string
  readonly stop: () => void
}

/** Read at every scrape. */
export interface MetricSources {
  readonly sockets: () => { readonly buyer: number; readonly console: number }
  readonly queues: () => Readonly<Record<string, number>>
  readonly usage: () => ProcessUsage
}

/** What the operating system says of this process. */
export interface ProcessUsage {
  readonly residentBytes: number
  readonly processorSeconds: number
}

const MS = 1_000
const NS = 1_000_000_000
const LOOK_AT_LOOP_EVERY_MS = 20

export function createServerMetrics(): ServerMetrics {
  const registry = createRegistry()
  const loop = monitorEventLoopDelay({ resolution: LOOK_AT_LOOP_EVERY_MS })
  loop.enable()

  const steps = registry.counter(
    'shopbell_steps_committed_total',
    'Steps of conversations that were committed.',
  )
  const lost = registry.counter(
    'shopbell_steps_lost_race_total',
    'Steps that another node was faster with; they are taken again.',
  )
  const failed = registry.counter('shopbell_commits_failed_total', 'Batches that were not seen to commit.')
  const batch = registry.histogram(
    'shopbell_commit_batch_steps',
    'Steps in one commit.',
    [1, 2, 4, 8, 16, 32, 64, 128],
  )
  const took = registry.histogram(
    'shopbell_commit_seconds',
    'How long a commit took, from asking to knowing.',
    [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5],
  )
  const refused = registry.counter(
    'shopbell_refused_total',
    'What was refused, by the code of docs/errors.md.',
    'code',
  )
  const late = registry.histogram(
    'shopbell_timer_late_seconds',
    'How late timers fired.',
    [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 15, 60],
  )
  registry.gauge(
    'shopbell_event_loop_delay_seconds',
    'How long the event loop kept others waiting since the metrics were last read.',
    () => {
      const seconds = (ns: number) => (Number.isFinite(ns) ? ns / NS : 0)
      const read = {
        p50: seconds(loop.percentile(50)),
        p99: seconds(loop.percentile(99)),
        max: seconds(loop.max),
      }
      loop.reset()
      return read
    },
    'quantile',
  )

  return {
    committed: (size, lostOnes, tookMs) => {
      steps.add('', size - lostOnes)
      lost.add('', lostOnes)
      batch.observe(size)
      took.observe(tookMs / MS)
    },
    commitFailed: () => {
      failed.add()
    },
    refused: (code) => {
      refused.add(code)
    },
    timerFired: (lateMs) => {
      late.observe(lateMs / MS)
    },
    watch: ({ sockets, queues, usage }) => {
      registry.gauge('shopbell_sockets', 'Open sockets.', () => ({ ...sockets() }), 'kind')
      registry.gauge('shopbell_waiting', 'Work that waits on this node.', queues, 'for')
      registry.gauge(
        'process_resident_memory_bytes',
        'Memory that the process holds.',
        () => usage().residentBytes,
      )
      registry.gauge(
        'process_cpu_seconds_total',
        'Processor time that the process has used.',
        () => usage().processorSeconds,
      )
    },
    text: registry.text,
    stop: () => {
      loop.disable()
    },
  }
}
