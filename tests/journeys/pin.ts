// The PIN of a demo household, as its community hands it out.
import { BoxHome, readBoxHome } from '../../src/contract/boxes.ts';
import { authoriseBoxes } from '../../src/contract/fleet.ts';
import { resetPin } from '../../src/contract/households.ts';
import type { RemoteKey } from '../../src/tv/remote/keys.ts';
import type { House } from './house.ts';

/** Of the household of the first box of 车站社区 or another place, which the operator lets see what is private. */
export async function pinOf(house: House, place: string): Promise<readonly RemoteKey[]> {
  const headers = { authorization: `Bearer ${house.box(place)}` };
  const home = BoxHome.parse(await (await fetch(house.url + readBoxHome.path, { headers })).json());
  const household = home.chain[home.chain.length - 1] ?? '';
  const operator = await house.staff('operator');
  await operator(authoriseBoxes, { body: { boxes: [home.id] } });
  const community = await house.staff('chezhan');
  const { pin } = await community(resetPin, { params: { code: household }, body: { reason: '忘记密码' } });
  return pin.split('') as RemoteKey[];
}
