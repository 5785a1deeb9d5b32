import {
  CardListDesk,
  DEFAULT_CARD_LIST,
  DEFAULT_PRODUCT_REPLIES,
  DEFAULT_STATUS_REPLIES,
  ProductRepliesDesk,
  StatusDesk,
} from '@shopbell/protocol'
import type { TSchema } from 'typebox'
import type { MessageRule } from '../script/script.ts'
import { listed } from '../stage/shop-facts.ts'
import type { ConsoleApi } from './console-api.ts'

/** Saves what a seller sets under the message rules, as the console does. */
export async function setMessageRule(api: ConsoleApi, rule: MessageRule): Promise<void> {
  switch (rule.sets) {
    case 'product reply': {
      const rules = [{ id: 'rule', products: [rule.ref], text: rule.text }]
      return save(api, 'product-replies', ProductRepliesDesk, { on: true, rules })
    }
    case 'card list':
      return save(api, 'card-list', CardListDesk, { lead: '', questions: rule.questions.map(listed) })
    case 'busy reply':
      return saveStatus(api, {
        ...DEFAULT_STATUS_REPLIES,
        busy: { on: true, text: rule.text, delaySeconds: 0 },
      })
  }
}

/** As if nobody had ever set anything. */
export async function forgetMessageRules(api: ConsoleApi): Promise<void> {
  await save(api, 'product-replies', ProductRepliesDesk, DEFAULT_PRODUCT_REPLIES)
  await save(api, 'card-list', CardListDesk, DEFAULT_CARD_LIST)
  await saveStatus(api, DEFAULT_STATUS_REPLIES)
}

async function save(
  api: ConsoleApi,
  area: 'product-replies' | 'card-list',
  schema: typeof ProductRepliesDesk | typeof CardListDesk,
  settings: object,
): Promise<void> {
  const { revision } = await api.ask('GET', `settings/${area}`, schema)
  await post(api, area, schema, { settings, revision })
}

async function saveStatus(api: ConsoleApi, settings: typeof DEFAULT_STATUS_REPLIES): Promise<void> {
  const { store } = await api.ask('GET', 'settings/status-replies', StatusDesk)
  await post(api, 'status-replies', StatusDesk, { settings, revision: store.revision })
}

async function post(api: ConsoleApi, area: string, schema: TSchema, body: object): Promise<void> {
  await api.ask('POST', `settings/${area}`, schema, JSON.stringify(body))
}
