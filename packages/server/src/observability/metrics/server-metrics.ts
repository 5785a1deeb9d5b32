import { monitorEventLoopDelay } from 'node:perf_hooks'
import type { ErrorCode } from '@shopbell/protocol'
import { Counter, Gauge, Histogram, Registry } from 'prom-client'
import { watchSources, type MetricSources } from './watch-sources.ts'

/** What the parts of a server tell of themselves. Nothing of a buyer, a store or an account: numbers and codes only. */
export interface ServerMetrics {
  /** A batch of steps was committed, some of which had lost their race. */
  readonly committed: (steps: number, lost: number, tookMs: number) => void
  readonly commitFailed: () => void
  /** Somebody was refused at one of the doors. */
  readonly refused: (code: ErrorCode) => void
  /** A timer fired so long after it was due. */
  readonly timerFired: (lateMs: number) => void
  /** An attempt to tell a webhook something ended so. */
  readonly webhookTried: (outcome: string) => void
  /** Says where to look when the metrics are read. */
  readonly watch: (sources: MetricSources) => void
  readonly contentType: string
  /** Everything, in the text format of Prometheus. */
  readonly text: () => Promise<string>
  readonly stop: () => void
}

const MS = 1_000
const NS = 1_000_000_000
const LOOK_AT_LOOP_EVERY_MS = 20

/** A registry for each server: several live in one process in tests, and none of them tells of another. */
export function createServerMetrics(): ServerMetrics {
  const registry = new Registry()
  const registers = [registry]
  const loop = monitorEventLoopDelay({ resolution: LOOK_AT_LOOP_EVERY_MS })
  loop.enable()

  const steps = new Counter({
    name: 'shopbell_steps_committed_total',
    help: 'Steps of conversations that were committed.',
    registers,
  })
  const lost = new Counter({
    name: 'shopbell_steps_lost_race_total',
    help: 'Steps that another node was faster with; they are taken again.',
    registers,
  })
  const failed = new Counter({
    name: 'shopbell_commits_failed_total',
    help: 'Batches that were not seen to commit.',
    registers,
  })
  const batch = new Histogram({
    name: 'shopbell_commit_batch_steps',
    help: 'Steps in one commit.',
    buckets: [1, 2, 4, 8, 16, 32, 64, 128],
    registers,
  })
  const took = new Histogram({
    name: 'shopbell_commit_seconds',
    help: 'How long a commit took, from asking to knowing.',
    buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5],
    registers,
  })
  const refused = new Counter({
    name: 'shopbell_refused_total',
    help: 'What was refused, by the code of docs/errors.md.',
    labelNames: ['code'],
    registers,
  })
  const webhooks = new Counter({
    name: 'shopbell_webhook_attempts_total',
    help: 'Attempts to tell webhooks what happened, by how they ended.',
    labelNames: ['outcome'],
    registers,
  })
  const late = new Histogram({
    name: 'shopbell_timer_late_seconds',
    help: 'How late timers fired.',
    buckets: [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 15, 60],
    registers,
  })
  new Gauge({
    name: 'shopbell_event_loop_delay_seconds',
    help: 'How long the event loop kept others waiting since the metrics were last read.',
    labelNames: ['quantile'],
    registers,
    collect() {
      const seconds = (ns: number) => (Number.isFinite(ns) ? ns / NS : 0)
      this.set({ quantile: 'p50' }, seconds(loop.percentile(50)))
      this.set({ quantile: 'p99' }, seconds(loop.percentile(99)))
      this.set({ quantile: 'max' }, seconds(loop.max))
      loop.reset()
    },
  })

  return {
    committed: (size, lostOnes, tookMs) => {
      steps.inc(size - lostOnes)
      lost.inc(lostOnes)
      batch.observe(size)
      took.observe(tookMs / MS)
    },
    commitFailed: () => {
      failed.inc()
    },
    refused: (code) => {
      refused.inc({ code })
    },
    timerFired: (lateMs) => {
      late.observe(lateMs / MS)
    },
    webhookTried: (outcome) => {
      webhooks.inc({ outcome })
    },
    watch: (sources) => {
      watchSources(registry, sources)
    },
    contentType: registry.contentType,
    text: () => registry.metrics(),
    stop: () => {
      loop.disable()
      registry.clear()
    },
  }
}
