import Type, { type Static, type TSchema } from 'typebox'
import { Compile } from 'typebox/compile'
import type { Task } from './task.ts'

/** A task together with the work that fulfils it. */
export interface ServedTask {
  readonly name: string
  readonly fulfil: (order: unknown) => Promise<unknown>
}

export function serving<Order extends TSchema, Answer extends TSchema>(
  task: Task<Order, Answer>,
  work: (order: Static<Order>) => Promise<Static<Answer>>,
): ServedTask {
  const order = Compile(task.order)
  return { name: task.name, fulfil: (told) => work(order.Parse(told)) }
}

const Asked = Compile(Type.Object({ id: Type.Integer(), task: Type.String(), order: Type.Unknown() }))

/** Makes this process answer the tasks its parent asks for, and end when the parent is gone. */
export function serveTasks(tasks: readonly ServedTask[]): void {
  process.on('message', (message) => {
    const { id, task: name, order } = Asked.Parse(message)
    const task = tasks.find((one) => one.name === name)
    const answer =
      task === undefined ? Promise.reject(new Error(`Unknown task ${name}.`)) : task.fulfil(order)
    answer.then(
      (result) => process.send?.({ id, result: result ?? null }),
      (error: unknown) =>
        process.send?.({ id, failure: error instanceof Error ? error.stack : String(error) }),
    )
  })
  process.on('disconnect', () => process.exit(0))
}
