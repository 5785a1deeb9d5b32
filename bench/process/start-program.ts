import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import Type, { type Static, type TSchema } from 'typebox'
import { Compile } from 'typebox/compile'
import type { Task } from './task.ts'

/** A program of the bench in a process of its own, so that its processor time is its own. */
export interface Program {
  readonly pid: number
  /** Rejects with the program's own words when it fails, and when it ends. */
  readonly ask: <Order extends TSchema, Answer extends TSchema>(
    task: Task<Order, Answer>,
    order: Static<Order>,
  ) => Promise<Static<Answer>>
  readonly stop: () => Promise<void>
}

export interface ProgramOptions {
  readonly environment?: Readonly<Record<string, string>>
  readonly nodeOptions?: readonly string[]
}

/** Nothing that is asked takes a quarter of it; the bench runs unattended and must not hang. */
const PATIENCE_MS = 120_000

const Said = Compile(
  Type.Object({
    id: Type.Integer(),
    result: Type.Optional(Type.Unknown()),
    failure: Type.Optional(Type.String()),
  }),
)

/** Starts `bench/programs/<name>.ts`. */
export function startProgram(
  name: string,
  { environment = {}, nodeOptions = [] }: ProgramOptions = {},
): Program {
  const file = fileURLToPath(new URL(`../programs/${name}.ts`, import.meta.url))
  const child = fork(file, {
    execArgv: ['-C', 'shopbell-source', ...nodeOptions],
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  const { pid } = child
  if (pid === undefined) throw new Error(`The program ${name} could not be started.`)
  const waiting = new Map<number, PromiseWithResolvers<unknown>>()
  let lastId = 0
  child.on('message', (message) => {
    const { id, result, failure } = Said.Parse(message)
    const asker = waiting.get(id)
    waiting.delete(id)
    if (failure === undefined) asker?.resolve(result)
    else asker?.reject(new Error(`${name}: ${failure}`))
  })
  child.on('exit', (code, signal) => {
    for (const { reject } of waiting.values()) {
      reject(new Error(`The program ${name} ended (${String(signal ?? code)}).`))
    }
    waiting.clear()
  })
  return {
    pid,
    ask: async (task, order) => {
      const asker = Promise.withResolvers<unknown>()
      const id = ++lastId
      waiting.set(id, asker)
      child.send({ id, task: task.name, order })
      const tooLong = setTimeout(() => {
        asker.reject(new Error(`The program ${name} has not done “${task.name}” for two minutes.`))
      }, PATIENCE_MS)
      try {
        return Compile(task.answer).Parse(await asker.promise)
      } finally {
        clearTimeout(tooLong)
      }
    },
    stop: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return
      const ended = once(child, 'exit')
      child.disconnect()
      await ended
    },
  }
}
