import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createHeartbeat } from './heartbeat.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

/** A socket that answers its first `answers` pings. */
function socket(answers: number) {
  let heardAt = performance.now()
  const told = { beats: 0, cut: false }
  return {
    told,
    heardAt: () => heardAt,
    beat: () => {
      told.beats += 1
      if (told.beats <= answers) heardAt = performance.now()
    },
    cut: () => {
      told.cut = true
    },
  }
}

test('who answers is left alone, who does not is cut ten seconds after the beat', () => {
  const heartbeat = createHeartbeat(25_000)
  const alive = socket(Infinity)
  const gone = socket(1)
  heartbeat.watch(alive)
  const unwatch = heartbeat.watch(gone)
  vi.advanceTimersByTime(59_000)
  expect([alive.told, gone.told]).toEqual([
    { beats: 2, cut: false },
    { beats: 2, cut: false },
  ])
  vi.advanceTimersByTime(2_000)
  expect(gone.told.cut).toBe(true)
  unwatch()
  vi.advanceTimersByTime(100_000)
  expect(alive.told.cut).toBe(false)
  expect(gone.told.beats).toBe(2)
  heartbeat.stop()
})

test('each socket has its own beat', () => {
  const heartbeat = createHeartbeat(25_000)
  const first = socket(Infinity)
  const second = socket(Infinity)
  heartbeat.watch(first)
  vi.advanceTimersByTime(10_000)
  heartbeat.watch(second)
  vi.advanceTimersByTime(16_000)
  expect([first.told.beats, second.told.beats]).toEqual([1, 0])
  heartbeat.stop()
})
