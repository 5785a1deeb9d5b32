import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, inject, test } from 'vitest'
import { findExecutable } from '../../tools/find-executable.ts'
import { findPostgres } from '../../tools/find-postgres.ts'
import { openBuyer, type RawBuyer } from '../../tools/raw-buyer.ts'
import { runShopbell } from '../../tools/run-shopbell.ts'
import { startShop } from '../../tools/start-shop.ts'
import { createPostgresDatabase } from '../store/test-database.ts'

async function store(buyer: RawBuyer, id: string, text: string): Promise<number> {
  const answer = await buyer.say(id, text)
  if (answer.type !== 'stored') throw new Error(answer.code)
  return answer.seq
}

/** What the buyer with this token is shown when they come back. */
async function textsOf(url: string, token: string): Promise<readonly string[]> {
  const buyer = await openBuyer(url)
  const { head } = await buyer.hello({ token })
  const texts = []
  for (let seq = 1; seq <= head; seq += 1) {
    const { content } = await buyer.next('message')
    if (content.kind === 'text') texts.push(content.text)
  }
  buyer.drop()
  return texts
}

/** What the page of a buyer does that was open all the time: it holds messages which the backup does not have. */
async function resyncOf(
  url: string,
  held: { readonly token: string; readonly epoch: string; readonly after: number },
): Promise<{ readonly epoch: string; readonly head: number }> {
  const buyer = await openBuyer(url)
  await buyer.hello(held)
  const { epoch, head } = await buyer.next('resync')
  buyer.drop()
  return { epoch, head }
}

/** A client program of PostgreSQL: beside the server that the tests use, or on the path where that came as the bare server. */
function client(name: string): string {
  const beside = join(findPostgres().bin, name)
  const found = existsSync(beside) ? beside : findExecutable([name])
  if (found === null) throw new Error(`The tests need ${name}; install PostgreSQL’s client programs.`)
  return found
}

test('what pg_dump took, pg_restore brings back: conversations, tokens, and room for the next message', async () => {
  const postgresUrl = inject('postgresUrl')
  const [before, after] = [
    await createPostgresDatabase(postgresUrl),
    await createPostgresDatabase(postgresUrl),
  ]
  const directory = mkdtempSync(join(tmpdir(), 'shopbell-backup-'))
  const file = join(directory, 'shopbell.dump')
  try {
    const shop = await startShop({ environment: { DATABASE_URL: before.url, SHOPBELL_DEMO: 'on' } })
    const buyer = await openBuyer(shop.url)
    const { token, epoch } = await buyer.hello()
    await store(buyer, 'backup-lane.1', 'Kept in the backup')
    // While it runs, as docs/operating.md says.
    execFileSync(client('pg_dump'), ['--format=custom', `--file=${file}`, before.url])
    const held = await store(buyer, 'backup-lane.2', 'Too late for the backup')
    await shop.stop()

    execFileSync(client('pg_restore'), ['--no-owner', '--exit-on-error', `--dbname=${after.url}`, file])
    expect(await runShopbell(['restored'], { DATABASE_URL: after.url })).toMatchObject({ exitCode: 0 })
    const restored = await startShop({ environment: { DATABASE_URL: after.url, SHOPBELL_DEMO: 'on' } })
    const texts = await textsOf(restored.url, token)
    expect(texts).toContain('Kept in the backup')
    expect(texts).not.toContain('Too late for the backup')
    const again = await openBuyer(restored.url)
    const welcome = await again.hello({ token })
    expect(welcome.epoch).not.toBe(epoch)
    expect(await resyncOf(restored.url, { token, epoch, after: held })).toEqual({
      epoch: welcome.epoch,
      head: welcome.head,
    })
    expect(welcome.head).toBeLessThan(held)
    await store(again, 'backup-lane.3', 'After the restore')
    expect(await textsOf(restored.url, token)).toContain('After the restore')
    await restored.stop()
  } finally {
    rmSync(directory, { recursive: true, force: true })
    await before.drop()
    await after.drop()
  }
})

test('a copy of the embedded database’s folder, made while the server is stopped, brings everything back', async () => {
  const directory = mkdtempSync(join(tmpdir(), 'shopbell-backup-'))
  const data = join(directory, 'data')
  const environment = { SHOPBELL_DATA: data, SHOPBELL_DEMO: 'on' }
  try {
    const shop = await startShop({ environment })
    const buyer = await openBuyer(shop.url)
    const { token, epoch } = await buyer.hello()
    await store(buyer, 'backup-lane.1', 'Kept in the backup')
    await shop.stop()
    const backup = join(directory, 'backup')
    cpSync(join(data, 'database'), backup, { recursive: true })

    const later = await startShop({ environment })
    const again = await openBuyer(later.url)
    await again.hello({ token })
    const held = await store(again, 'backup-lane.2', 'Too late for the backup')
    await later.stop()

    rmSync(join(data, 'database'), { recursive: true })
    cpSync(backup, join(data, 'database'), { recursive: true })
    expect(await runShopbell(['restored'], { SHOPBELL_DATA: data })).toMatchObject({ exitCode: 0, err: '' })
    const restored = await startShop({ environment })
    const texts = await textsOf(restored.url, token)
    expect(texts).toContain('Kept in the backup')
    expect(texts).not.toContain('Too late for the backup')
    expect((await resyncOf(restored.url, { token, epoch, after: held })).head).toBeLessThan(held)
    await restored.stop()
  } finally {
    rmSync(dirname(data), { recursive: true, force: true })
  }
})
