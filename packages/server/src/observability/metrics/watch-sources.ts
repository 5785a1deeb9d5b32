import { Counter, Gauge, type Registry } from 'prom-client'

/** Read at every scrape. */
export interface MetricSources {
  readonly sockets: () => { readonly buyer: number; readonly console: number }
  /** How much work waits on this node, by what it waits for. */
  readonly queues: () => Readonly<Record<string, number>>
  readonly usage: () => ProcessUsage
  /** Rejects when the database does not answer. */
  readonly askDatabase: () => Promise<unknown>
}

/** What the operating system says of this process. */
export interface ProcessUsage {
  readonly residentBytes: number
  readonly processorSeconds: number
}

/** Adds what is not counted as it happens, but looked up whenever somebody reads the metrics. */
export function watchSources(registry: Registry, sources: MetricSources): void {
  const { sockets, queues, usage, askDatabase } = sources
  const registers = [registry]
  new Gauge({
    name: 'shopbell_sockets',
    help: 'Open sockets.',
    labelNames: ['kind'],
    registers,
    collect() {
      for (const [kind, count] of Object.entries(sockets())) this.set({ kind }, count)
    },
  })
  new Gauge({
    name: 'shopbell_waiting',
    help: 'Work that waits on this node.',
    labelNames: ['for'],
    registers,
    collect() {
      for (const [what, count] of Object.entries(queues())) this.set({ for: what }, count)
    },
  })
  new Gauge({
    name: 'process_resident_memory_bytes',
    help: 'Memory that the process holds.',
    registers,
    collect() {
      this.set(usage().residentBytes)
    },
  })
  new Counter({
    name: 'process_cpu_seconds_total',
    help: 'Processor time that the process has used.',
    registers,
    collect() {
      this.reset()
      this.inc(usage().processorSeconds)
    },
  })
  new Gauge({
    name: 'shopbell_database_up',
    help: 'Whether the database answered just now.',
    registers,
    async collect() {
      this.set(
        await askDatabase().then(
          () => 1,
          () => 0,
        ),
      )
    },
  })
}
