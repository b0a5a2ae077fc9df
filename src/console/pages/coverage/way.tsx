// Where one is in the tree of regions, and the way back up.
import { Breadcrumb, Button } from 'antd';
import type { RegionCode } from '../../../contract/regions.ts';
import { scopesOf } from '../../../domain/access/can.ts';
import { chainOf, isWithin } from '../../../domain/regions/code.ts';
import { useRegionTree } from '../../api/regions.ts';
import { useSignedIn } from '../../frame/session-context.ts';

interface Props {
  readonly region: RegionCode;
  readonly onGo: (region: RegionCode) => void;
}

export function Way({ region, onGo }: Props) {
  const { staff } = useSignedIn();
  const regions = useRegionTree();
  const scopes = scopesOf(staff, 'coverage.read');
  const nameOf = (code: RegionCode) => regions.data?.find((each) => each.code === code)?.shortName ?? code;
  return (
    <Breadcrumb
      items={chainOf(region).map((code) => ({
        key: code,
        // Regions above one's own are named, and lead nowhere.
        title:
          code !== region && scopes.some((scope) => isWithin(code, scope)) ? (
            <Button type="link" style={{ padding: 0, height: 'auto' }} onClick={() => onGo(code)}>
              {nameOf(code)}
            </Button>
          ) : (
            nameOf(code)
          ),
      }))}
    />
  );
}
