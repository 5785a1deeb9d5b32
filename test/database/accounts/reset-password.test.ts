import { rmSync } from 'node:fs'
import { AuditLog } from '@shopbell/protocol'
import Value from 'typebox/value'
import { expect, inject, test } from 'vitest'
import { runShopbell } from '../../tools/run-shopbell.ts'
import { startShop } from '../../tools/start-shop.ts'
import { createOwner, OWNER, post } from '../nodes/node-stage.ts'
import { createPostgresDatabase, newDirectory } from '../store/test-database.ts'

const NEW_PASSWORD = 'a new one that is remembered'
const tokenIn = (link: string) => new URL(link.trim()).hash.slice('#token='.length)

test('an owner whose server sends no mail gets in by a link that the operator prints', async () => {
  const { url: databaseUrl, drop } = await createPostgresDatabase(inject('postgresUrl'))
  const shop = await startShop({ environment: { DATABASE_URL: databaseUrl } })
  const cookie = await createOwner(shop)
  const environment = { DATABASE_URL: databaseUrl, SHOPBELL_PUBLIC_URL: 'https://chat.example' }

  const printed = await runShopbell(['reset-password', 'OWNER@shop.example'], environment)
  expect(printed).toMatchObject({ exitCode: 0, err: expect.stringContaining('works once') })
  expect(printed.out).toMatch(/^https:\/\/chat\.example\/console\/new-password#token=[\w-]+\n$/)

  const use = () =>
    post(shop.url, 'password-resets/use', { token: tokenIn(printed.out), password: NEW_PASSWORD })
  expect((await use()).status).toBe(204)
  expect((await use()).status).toBe(404)
  expect((await post(shop.url, 'socket-tickets', {}, cookie)).status).toBe(401)
  expect((await post(shop.url, 'session', OWNER)).status).toBe(401)
  const begun = await post(shop.url, 'session', { ...OWNER, password: NEW_PASSWORD })
  expect(begun.status).toBe(200)
  const again = begun.headers.getSetCookie()[0]?.split(';')[0] ?? ''
  const log = await fetch(`${shop.url}/api/v1/audit`, { headers: { cookie: again } })
  const { entries } = Value.Parse(AuditLog, await log.json())
  const noted = entries.find(({ action }) => action === 'reset_link_made')
  expect(noted).toMatchObject({ subject: OWNER.email })
  expect(noted).not.toHaveProperty('actor')

  const nobody = await runShopbell(['reset-password', 'nobody@shop.example'], environment)
  expect(nobody).toMatchObject({ exitCode: 3, out: '', err: expect.stringContaining('nobody@shop.example') })
  await shop.stop()
  await drop()
})

test('with the embedded database the server is stopped first', async () => {
  const directory = newDirectory()
  const environment = { SHOPBELL_DATA: directory }
  const shop = await startShop({ environment })
  await createOwner(shop)
  const busy = await runShopbell(['reset-password', OWNER.email], environment)
  expect(busy).toMatchObject({ exitCode: 2, out: '' })
  expect(busy.err).not.toBe('')
  await shop.stop()

  const printed = await runShopbell(['reset-password', OWNER.email], environment)
  expect(printed.exitCode).toBe(0)
  const later = await startShop({ environment })
  const body = { token: tokenIn(printed.out), password: NEW_PASSWORD }
  expect((await post(later.url, 'password-resets/use', body)).status).toBe(204)
  expect((await post(later.url, 'session', { ...OWNER, password: NEW_PASSWORD })).status).toBe(200)
  await later.stop()
  rmSync(directory, { recursive: true, force: true })
})
