export type { BotkitPlugin, BotStorage } from './botkit.ts'
export type { Hours, Week } from './hours.ts'
export type { Entered, Handoff, Product, ReceptionOptions } from './options.ts'
export { reception, type ReceptionControls } from './reception.ts'
