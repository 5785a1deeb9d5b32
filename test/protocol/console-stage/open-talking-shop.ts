import type { ConsoleStage } from './open-console-stage.ts'
import { openStaffedShop, type StaffedShop } from './open-staffed-shop.ts'
import { publishSample } from './publish-sample.ts'

/** A staffed shop in which the robot says what the sample flow says. */
export async function openTalkingShop(stage: ConsoleStage, profile?: string): Promise<StaffedShop> {
  const shop = await openStaffedShop(stage, profile)
  await publishSample(stage, shop.storeId)
  return shop
}
