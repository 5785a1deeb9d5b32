import type { TSchema } from 'typebox'

/** One thing a program of the bench can be asked to do: what it is told, and what it answers. Both go through JSON. */
export interface Task<Order extends TSchema, Answer extends TSchema> {
  readonly name: string
  readonly order: Order
  readonly answer: Answer
}

export function task<Order extends TSchema, Answer extends TSchema>(
  name: string,
  order: Order,
  answer: Answer,
): Task<Order, Answer> {
  return { name, order, answer }
}
