import { AuditLog, Categories } from '@shopbell/protocol'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ask, codeOf } from './console-stage/ask.ts'
import { type ConsoleStage, openConsoleStage } from './console-stage/open-console-stage.ts'
import { openStaffedShop, type StaffedShop } from './console-stage/open-staffed-shop.ts'

let stage: ConsoleStage
let shop: StaffedShop

beforeAll(async () => {
  stage = await openConsoleStage()
  shop = await openStaffedShop(stage)
})
afterAll(() => stage.close())

const changes = async () =>
  (await ask(stage, 'GET', '/audit?action=categories_changed', { cookie: shop.owner }))
    .as(AuditLog)
    .entries.map(({ actor, details }) => [actor, details])

test('who changes the categories is in the log, from a program or in the console; what was refused is not (PRM-07)', async () => {
  const cups = { ref: 'cups', name: 'Cups' }
  const put = await ask(stage, 'PUT', '/categories', {
    cookie: shop.owner,
    body: { categories: [cups] },
  })
  expect(put.as(Categories)).toEqual({ categories: [cups] })
  const to = [cups, { ref: 'lids', name: 'Lids', parent: 'cups' }]
  await ask(stage, 'POST', '/categories/changes', { cookie: shop.owner, body: { from: [cups], to } })
  expect(await changes()).toEqual([
    ['owner', { categories: 2 }],
    ['owner', { categories: 1 }],
  ])

  const moved = await ask(stage, 'POST', '/categories/changes', {
    cookie: shop.owner,
    body: { from: [cups], to: [] },
  })
  const loop = { categories: [{ ...cups, parent: 'cups' }] }
  const unfit = await ask(stage, 'PUT', '/categories', { cookie: shop.owner, body: loop })
  expect([codeOf(moved), codeOf(unfit)]).toEqual(['SETTINGS_MOVED', 'CATALOGUE_UNFIT'])
  expect(await changes()).toHaveLength(2)
})
