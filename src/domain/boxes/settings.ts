// Which of the operator's settings hold for a box: wider scopes first, a narrower one wins.
import type { BoxSettings, SettingScope } from '../../contract/box-settings.ts';
import type { BoxId } from '../../contract/ids.ts';
import type { RegionCode } from '../../contract/regions.ts';

/** A scope as one text, as it is kept: `region:370306001`, `model:HC3100`, `box:<id>`. */
export function scopeKey(scope: SettingScope): string {
  switch (scope.kind) {
    case 'region':
      return `region:${scope.region}`;
    case 'model':
      return `model:${scope.model}`;
    case 'box':
      return `box:${scope.box}`;
  }
}

/** The other way; a key that was not made by `scopeKey` throws. */
export function scopeOf(key: string): SettingScope {
  const colon = key.indexOf(':');
  const [kind, rest] = [key.slice(0, colon), key.slice(colon + 1)];
  if (kind === 'region') return { kind, region: rest as RegionCode };
  if (kind === 'model') return { kind, model: rest };
  if (kind === 'box') return { kind, box: rest as BoxId };
  throw new RangeError(`not a scope: ${key}`);
}

/** The scopes that apply to a box, wider before narrower: what a remote control sends depends on the model, not the place. */
export function scopesFor(box: {
  readonly id: BoxId;
  readonly chain: readonly RegionCode[];
  readonly model: string | null;
}): SettingScope[] {
  return [
    ...box.chain.map((region) => ({ kind: 'region', region }) as const),
    ...(box.model === null ? [] : [{ kind: 'model', model: box.model } as const]),
    { kind: 'box', box: box.id },
  ];
}

/** @param inForce settings by scope key @returns each setting as the narrowest scope has it that sets it */
export function settingsFor(scopes: readonly SettingScope[], inForce: ReadonlyMap<string, BoxSettings>): BoxSettings {
  return Object.assign({}, ...scopes.map((scope) => inForce.get(scopeKey(scope)))) as BoxSettings;
}
