import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Answer } from './answer.ts'
import { readAfter } from './read-after.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const AWAY: Answer<unknown> = { ok: false, error: { code: 'OFFLINE', message: '', status: 0 } }
const THERE: Answer<unknown> = { ok: true, value: {} }

test('is read when the time is over, and not a millisecond earlier', async () => {
  const read = vi.fn(() => Promise.resolve(THERE))
  readAfter(86_400_000, read)
  await vi.advanceTimersByTimeAsync(86_399_999)
  expect(read).not.toHaveBeenCalled()
  await vi.advanceTimersByTimeAsync(1)
  expect(read).toHaveBeenCalledTimes(1)
  await vi.advanceTimersByTimeAsync(86_400_000)
  expect(read).toHaveBeenCalledTimes(1)
})

test('a server that is away is asked until it answers', async () => {
  const read = vi.fn<() => Promise<Answer<unknown>>>()
  read.mockResolvedValueOnce(AWAY).mockResolvedValueOnce(AWAY).mockResolvedValue(THERE)
  readAfter(5_000, read)
  await vi.advanceTimersByTimeAsync(5_000 + 10 * 30_000)
  expect(read).toHaveBeenCalledTimes(3)
})

test('nothing is read after the end, not even again', async () => {
  const read = vi.fn(() => Promise.resolve(AWAY))
  const [early, late] = [readAfter(5_000, read), readAfter(5_000, read)]
  early()
  await vi.advanceTimersByTimeAsync(5_000)
  expect(read).toHaveBeenCalledTimes(1)
  late()
  await vi.advanceTimersByTimeAsync(600_000)
  expect(read).toHaveBeenCalledTimes(1)
})
