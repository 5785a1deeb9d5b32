import { expect, test } from 'vitest'
import { backoffMs } from './backoff-ms.ts'

test('the bound doubles from one second and stays at thirty', () => {
  expect([1, 2, 3, 4, 5, 6, 7, 100].map(backoffMs)).toEqual([
    1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000, 30_000,
  ])
})
