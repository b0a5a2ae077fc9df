// A PIN large enough to be written down from across a doorway.
import { Typography } from 'antd';

/** Spaced by style and not by blanks, so that it is copied as it is typed. */
const STYLE = { fontSize: 44, lineHeight: 1.4, letterSpacing: '0.14em', fontVariantNumeric: 'tabular-nums' } as const;

export function BigPin({ pin }: { readonly pin: string }) {
  return (
    <Typography.Text strong style={STYLE} data-testid="pin">
      {pin}
    </Typography.Text>
  );
}
