// The conditions above the table of boxes.
import { Checkbox, Tag } from 'antd';
import type { z } from 'zod';
import type { listBoxes } from '../../../contract/fleet.ts';
import { ancestorOf } from '../../../domain/regions/code.ts';
import { useRegionName } from '../../api/regions.ts';
import { ChoiceBox } from '../../shared/choice-box.tsx';
import { QueryBar } from '../../shared/query-bar.tsx';
import { RegionPicker } from '../../shared/region-picker.tsx';
import { SearchBox } from '../../shared/search-box.tsx';
import { texts } from '../../texts/zh-CN.ts';

const words = texts.boxes;
type Query = z.output<typeof listBoxes.query>;

interface Props {
  readonly query: Query;
  readonly change: (part: Partial<Query>) => void;
  readonly clear: () => void;
}

export function BoxQuery({ query, change, clear }: Props) {
  // The picker ends at communities; what lies below one is named beside it.
  const community = query.region && ancestorOf(query.region, 'community');
  const below = query.region && community && query.region !== community ? query.region : undefined;
  const belowName = useRegionName(below);
  return (
    <QueryBar onClear={clear}>
      <div style={{ width: 170 }}>
        <RegionPicker
          permission="box.read"
          value={community ?? query.region}
          placeholder={texts.common.region}
          onChange={(region) => change({ region })}
        />
      </div>
      {below && (
        <Tag closable onClose={() => change({ region: community })}>
          {belowName}
        </Tag>
      )}
      <ChoiceBox
        label={words.state}
        value={query.state}
        names={words.states}
        width={104}
        onChange={(state) => change({ state })}
      />
      <ChoiceBox
        label={words.standing}
        value={query.standing}
        names={words.standings}
        width={120}
        onChange={(standing) => change({ standing })}
      />
      <SearchBox
        value={query.model}
        placeholder={words.model}
        maxLength={60}
        width={112}
        onSearch={(model) => change({ model })}
      />
      <SearchBox
        value={query.text}
        placeholder={words.text}
        maxLength={40}
        width={180}
        onSearch={(text) => change({ text })}
      />
      <Checkbox
        checked={query.suspect === '1'}
        onChange={({ target }) => change({ suspect: target.checked ? '1' : undefined })}
      >
        {words.suspect}
      </Checkbox>
    </QueryBar>
  );
}
