import type { Phrase } from './phrase.ts'

/** Words about who is there to answer, and how they are told. Written as a pair with chinese-attend.ts. */
export const ENGLISH_ATTEND = {
  'status.online': 'online',
  'status.busy': 'busy',
  'status.offline': 'offline',

  'attend.change': 'Change',
  'attend.self': '{role}, {status}',
  'attend.busy': 'Busy',
  'attend.settings': 'Notification settings',
  'attend.nowBusy': 'You are busy. Who waits is not told to you.',
  'attend.nowOnline': 'You are online.',

  'notices.title': 'When a buyer waits',
  'notices.hint':
    'These settings go with your account. While you are busy, only your own conversations are told.',
  'notices.loading': 'Reading the settings…',
  'notices.sound': 'Sound',
  'notices.badge': 'Number in the page title',
  'notices.desktop': 'Desktop notification',
  'notices.mail': 'E-mail when nobody of the shop is online',
  'notices.try': 'Play the sound',
  'notices.ask': 'Allow on this device',
  'notices.device.denied': 'This browser blocks notifications. Allow them in its settings for this site.',
  'notices.device.never': 'This browser cannot show notifications here. The console needs https for that.',

  'notice.waits': '{name} waits for a person',
  'notice.wrote': '{name} wrote',
  'notice.assigned': 'Given to you: {name}',
  'notice.new': '{name} writes to the robot',

  'inbox.mine': 'Mine',
  'inbox.emptyMine': 'Nobody waits, and you have no conversation.',

  'handle.takeFrom': 'Take over from {name}',
  'handle.wasFirst': '{name} was first and has this conversation.',
  'handle.reopen': 'Open again',
  'handle.reopened': 'Open again. You have this conversation.',
  'handle.assign': 'Give to…',
  'handle.assignTo': 'Give to {name}',
  'handle.more': 'More to do with this conversation',
  'handle.assigned': 'Given to {name}.',

  'thread.otherLooks': '{names} has this open, too',
  'thread.othersLook': '{names} have this open, too',
  'thread.otherWrites': '{names} is writing a reply…',
  'thread.seen': 'Seen by the buyer',

  'composer.held': '{name} has this conversation. Your reply joins in.',
} as const satisfies Record<string, Phrase>
