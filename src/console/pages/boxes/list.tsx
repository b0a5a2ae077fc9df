// Set-top boxes in two views: one by one, or by region in numbers.
import { Segmented } from 'antd';
import { useNavigate, useSearchParams } from 'react-router';
import { Page } from '../../shared/page.tsx';
import { texts } from '../../texts/zh-CN.ts';
import { BoxTable } from './box-table.tsx';
import { FleetTable } from './fleet-table.tsx';

const words = texts.boxes;
type View = keyof typeof words.views;

export function BoxesPage() {
  const [search] = useSearchParams();
  const navigate = useNavigate();
  const view: View = search.get('view') === 'regions' ? 'regions' : 'table';
  return (
    <Page
      title={words.title}
      actions={
        <Segmented<View>
          value={view}
          options={[
            { value: 'table', label: words.views.table },
            { value: 'regions', label: words.views.regions },
          ]}
          onChange={(next) => void navigate(next === 'regions' ? '/boxes?view=regions' : '/boxes')}
        />
      }
    >
      {view === 'regions' ? <FleetTable /> : <BoxTable />}
    </Page>
  );
}
