import { expect, test } from 'vitest'
import { neighbour, type Direction } from './neighbour.ts'

const box = (id: string, x: number, y: number) => ({ id, x, y, width: 224, height: 80 })
const BOXES = [box('a', 0, 0), box('b', 0, 130), box('c', 320, 120), box('d', 320, 260), box('far', 40, 900)]

test.for([
  ['a', 'down', 'b', 'the one below'],
  ['b', 'down', 'd', 'a near one aside before a very far one'],
  ['b', 'right', 'c', 'the one beside'],
  ['c', 'down', 'd', 'the column’s next'],
  ['c', 'left', 'b', 'back'],
  ['a', 'right', 'c', 'a little lower, where nothing stands beside'],
  ['a', 'up', null, 'nothing above'],
  ['a', 'left', null, 'nothing to the left'],
  ['gone', 'up', null, 'a block that is gone'],
] as const)('from %s %s to %s: %s', ([from, direction, to]) => {
  const way: Direction = direction
  expect(neighbour(BOXES, from, way)).toBe(to)
})
