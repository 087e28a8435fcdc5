import { useUiText } from '../use-format';
import { CardFrame } from './table-frame';
import { type Column, type DataTableProps, type Sort } from './table-types';
import { useRows } from './use-rows';

/** The table on a phone: a card for each row, with the same order, selection and opening. */
export function CardList<Row>(props: DataTableProps<Row>) {
  const { caption, columns, rows, rowKey, sort, onSort, selection, footer } = props;
  const t = useUiText();
  const { root, pick, pickAll, allPicked } = useRows(props);
  const sortable = columns.filter((column) => column.sortable);
  return (
    <CardFrame ref={root}>
      {(selection || (onSort && sortable.length > 0)) && (
        <div className="cards-head no-print">
          {selection && (
            <label>
              <input type="checkbox" checked={allPicked} onChange={pickAll} />
              {t('table.selectAll')}
            </label>
          )}
          {onSort && sortable.length > 0 && <SortChoice columns={sortable} sort={sort} onSort={onSort} />}
        </div>
      )}
      <ul aria-label={caption}>
        {rows.map((row, index) => (
          <li key={rowKey(row)} data-row={index} data-selected={selection?.selected.has(rowKey(row)) || undefined}>
            <Card {...props} row={row} onPick={pick(rowKey(row))} />
          </li>
        ))}
      </ul>
      {footer}
    </CardFrame>
  );
}

interface SortChoiceProps<Row> {
  columns: readonly Column<Row>[];
  sort: Sort | undefined;
  onSort: (sort: Sort) => void;
}

function SortChoice<Row>({ columns, sort, onSort }: SortChoiceProps<Row>) {
  const t = useUiText();
  return (
    <select
      aria-label={t('table.sortLabel')}
      value={sort ? `${sort.key}:${sort.direction}` : ''}
      onChange={({ target }) => {
        const [key = '', direction] = target.value.split(':');
        onSort({ key, direction: direction === 'desc' ? 'desc' : 'asc' });
      }}
    >
      {!sort && <option value="">{t('table.sortLabel')}</option>}
      {columns.flatMap(({ key, header }) => [
        <option key={`${key}:asc`} value={`${key}:asc`}>{`${header} ↑`}</option>,
        <option key={`${key}:desc`} value={`${key}:desc`}>{`${header} ↓`}</option>,
      ])}
    </select>
  );
}

interface CardProps<Row> extends DataTableProps<Row> {
  row: Row;
  onPick: (event: React.MouseEvent) => void;
}

function Card<Row>({ columns, row, rowKey, selection, onOpen, onPick, cards }: CardProps<Row>) {
  const t = useUiText();
  const title = columns.find(({ inCard }) => inCard === 'title') ?? columns[0];
  const lines = columns.filter((column) => column !== title && column.inCard !== 'hidden');
  return (
    <>
      <div className="card-title">
        {selection && (
          <label>
            <input
              type="checkbox"
              aria-label={t('table.select', { name: selection.rowLabel(row) })}
              checked={selection.selected.has(rowKey(row))}
              onClick={onPick}
              onChange={() => undefined}
            />
          </label>
        )}
        {onOpen ? (
          <button type="button" className="open" onClick={() => onOpen(row)}>
            {title?.cell(row)}
          </button>
        ) : (
          title?.cell(row)
        )}
      </div>
      {cards ? (
        cards(row)
      ) : (
        <dl>
          {lines.map(({ key, header, cell, numeric, inCard }) => {
            const content = cell(row);
            if (content === null || content === undefined || content === false || content === '') return null;
            return (
              <div key={key} style={{ display: 'contents' }}>
                <dt className={inCard === 'wide' ? 'wide' : undefined}>{header}</dt>
                <dd className={inCard === 'wide' ? 'wide' : numeric ? 'num' : undefined}>{content}</dd>
              </div>
            );
          })}
        </dl>
      )}
    </>
  );
}
