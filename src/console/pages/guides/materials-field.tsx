// What has to be brought, as a table that is written in: a row a material, in the order in which it is asked for.
import { Flex, Form, Input, InputNumber, Select, Typography } from 'antd';
import { GUIDE_LIMITS, MATERIAL_FORMS, MATERIAL_SOURCES, Material } from '../../../contract/guides.ts';
import { FORM_NAMES, SOURCE_NAMES } from '../../../domain/guides/words.ts';
import { texts } from '../../texts/zh-CN.ts';
import { byContract } from './contract-rule.ts';
import { EMPTY_MATERIAL } from './guide-form.ts';
import { ListFoot } from './list-foot.tsx';
import { RowButtons } from './row-buttons.tsx';

const words = texts.guideEditor;
const columns = words.material;
const rules = Material.shape;
const NUMBER_WIDTH = 20;
const FORMS = MATERIAL_FORMS.map((value) => ({ value, label: FORM_NAMES[value] }));
const SOURCES = MATERIAL_SOURCES.map((value) => ({ value, label: SOURCE_NAMES[value] }));
const TIGHT = { marginBottom: 0 } as const;

export function MaterialsField() {
  return (
    <Form.List name="materials">
      {(rows, { add, remove, move }, { errors }) => (
        <Flex vertical gap={12}>
          {rows.length === 0 && <Typography.Text type="secondary">{words.noMaterials}</Typography.Text>}
          {rows.map((row, index) => (
            <Flex key={row.key} gap={8} align="start">
              <Typography.Text type="secondary" style={{ width: NUMBER_WIDTH, lineHeight: '32px', flex: 'none' }}>
                {index + 1}
              </Typography.Text>
              <Row name={row.name} index={index} />
              <RowButtons index={index} count={rows.length} onMove={move} onDrop={remove} />
            </Flex>
          ))}
          <ListFoot
            label={words.addMaterial}
            count={rows.length}
            most={GUIDE_LIMITS.materials}
            errors={errors}
            onAdd={() => add(EMPTY_MATERIAL)}
          />
        </Flex>
      )}
    </Form.List>
  );
}

function Row({ name, index }: { readonly name: number; readonly index: number }) {
  const label = (column: string) => words.line(column, index + 1);
  return (
    <Flex vertical gap={8} style={{ flex: 1, minWidth: 0 }}>
      <Flex gap={8} align="start" wrap>
        <Form.Item name={[name, 'name']} rules={[byContract(rules.name)]} style={{ ...TIGHT, flex: '1 1 200px' }}>
          <Input maxLength={40} aria-label={label(columns.name)} placeholder={columns.name} />
        </Form.Item>
        <Form.Item name={[name, 'form']} style={{ ...TIGHT, width: 132 }}>
          <Select options={FORMS} aria-label={label(columns.form)} />
        </Form.Item>
        <Form.Item name={[name, 'copies']} rules={[byContract(rules.copies)]} style={{ ...TIGHT, width: 84 }}>
          <InputNumber
            min={1}
            max={9}
            precision={0}
            suffix={words.copies}
            aria-label={label(columns.copies)}
            style={{ width: '100%' }}
          />
        </Form.Item>
      </Flex>
      <Flex gap={8} align="start" wrap>
        <Form.Item name={[name, 'source']} style={{ ...TIGHT, width: 132 }}>
          <Select options={SOURCES} aria-label={label(columns.source)} />
        </Form.Item>
        <Form.Item name={[name, 'note']} rules={[byContract(rules.note)]} style={{ ...TIGHT, flex: '1 1 200px' }}>
          <Input maxLength={60} aria-label={label(columns.note)} placeholder={columns.note} />
        </Form.Item>
      </Flex>
    </Flex>
  );
}
