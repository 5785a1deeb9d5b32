export type { BotkitPlugin, BotStorage } from './botkit.ts'
export type { Handoff, Product, ReceptionOptions } from './options.ts'
export { reception, type ReceptionControls } from './reception.ts'
