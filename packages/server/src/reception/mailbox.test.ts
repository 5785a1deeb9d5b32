import { expect, test } from 'vitest'
import { createMailbox } from './mailbox.ts'

test('work is done one at a time, in the order it came', async () => {
  const mailbox = createMailbox(10)
  const seen: string[] = []
  const work = (name: string, turns: number) => async () => {
    seen.push(`${name} begins`)
    for (let turn = 0; turn < turns; turn += 1) await Promise.resolve()
    seen.push(`${name} ends`)
    return name
  }
  const results = await Promise.all([
    mailbox.post(work('a', 9)),
    mailbox.post(work('b', 1)),
    mailbox.post(work('c', 4)),
  ])
  expect(results).toEqual(['a', 'b', 'c'])
  expect(seen).toEqual(['a begins', 'a ends', 'b begins', 'b ends', 'c begins', 'c ends'])
  expect(mailbox.isIdle()).toBe(true)
})

test('work that fails fails alone', async () => {
  const mailbox = createMailbox(10)
  const failing = mailbox.post(() => Promise.reject(new Error('no')))
  const throwing = mailbox.post(() => {
    throw new Error('at once')
  })
  const fine = mailbox.post(() => Promise.resolve('yes'))
  await expect(failing).rejects.toThrow('no')
  await expect(throwing).rejects.toThrow('at once')
  await expect(fine).resolves.toBe('yes')
})

test('what would wait behind too much is never begun', async () => {
  const mailbox = createMailbox(2)
  let begun = 0
  let release = () => undefined as void
  const first = mailbox.post(
    () =>
      new Promise<void>((resolve) => {
        release = resolve
      }),
  )
  const count = () => {
    begun += 1
    return Promise.resolve()
  }
  const waiting = [mailbox.post(count), mailbox.post(count)]
  expect(mailbox.post(count)).toBeNull()
  await Promise.resolve()
  release()
  await Promise.all([first, ...waiting])
  expect(begun).toBe(2)
  expect(mailbox.post(count)).not.toBeNull()
})
