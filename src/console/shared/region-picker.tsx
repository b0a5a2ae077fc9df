// Pickers of regions: one for a query, many for a notice; both found by name.
import { TreeSelect } from 'antd';
import { useMemo } from 'react';
import type { RegionCode } from '../../contract/regions.ts';
import type { Permission } from '../../contract/staff.ts';
import { scopesOf } from '../../domain/access/can.ts';
import { useRegionTree } from '../api/regions.ts';
import { useSignedIn } from '../frame/session-context.ts';
import { texts } from '../texts/zh-CN.ts';
import { openAtFirst, regionNodes } from './region-tree.ts';

interface OneProps {
  readonly id?: string;
  readonly value?: RegionCode | undefined;
  readonly onChange?: (value: RegionCode | undefined) => void;
  readonly placeholder: string;
  /** Regions in which the person has it may be chosen. */
  readonly permission: Permission;
}

export function RegionPicker({ value, onChange, permission, ...props }: OneProps) {
  const { isKnown, ...tree } = useTreeProps(permission);
  return (
    <TreeSelect<RegionCode | null>
      key={String(isKnown)}
      {...tree}
      {...props}
      value={isKnown && value ? value : null}
      allowClear
      popupMatchSelectWidth={280}
      onChange={(next) => onChange?.(next ?? undefined)}
    />
  );
}

interface ManyProps {
  readonly id?: string;
  readonly value?: RegionCode[];
  readonly onChange?: (value: RegionCode[]) => void;
  readonly permission: Permission;
}

/** Choosing a region means all below it; its children are then not listed. */
export function RegionsPicker({ permission, value = [], ...props }: ManyProps) {
  const { isKnown, ...tree } = useTreeProps(permission);
  return (
    <TreeSelect<RegionCode[]>
      key={String(isKnown)}
      {...tree}
      {...props}
      value={isKnown ? value : []}
      treeCheckable
      showCheckedStrategy={TreeSelect.SHOW_PARENT}
      placeholder={texts.editor.regionsPlaceholder}
      maxTagCount={12}
      allowClear
    />
  );
}

function useTreeProps(permission: Permission) {
  const { staff } = useSignedIn();
  const regions = useRegionTree();
  const treeData = useMemo(
    () => regionNodes(regions.data ?? [], scopesOf(staff, permission)),
    [regions.data, staff, permission],
  );
  return {
    // A picker reads but once what is open at first, and shows codes where it has no names: it is made anew when the
    // tree is there, and has no value before.
    isKnown: regions.isSuccess,
    treeData,
    loading: regions.isPending,
    showSearch: { treeNodeFilterProp: 'title' },
    treeDefaultExpandedKeys: openAtFirst(treeData),
    style: { width: '100%' },
  } as const;
}
