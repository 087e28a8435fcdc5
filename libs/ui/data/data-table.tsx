import ArrowDownwardOutlined from '@mui/icons-material/ArrowDownwardOutlined';
import ArrowUpwardOutlined from '@mui/icons-material/ArrowUpwardOutlined';
import { useTheme } from '@mui/material/styles';
import useMediaQuery from '@mui/material/useMediaQuery';
import { useId } from 'react';
import { SkeletonList } from '../feedback/skeleton-list';
import { useUiText } from '../use-format';
import { CardList } from './card-list';
import { SelectionBar } from './selection-bar';
import { TableFrame } from './table-frame';
import { type Column, type DataTableProps, type Sort } from './table-types';
import { useRows } from './use-rows';

/**
 * A list as a table: header and first column stay in sight, headings sort, rows can be selected with
 * mouse and keyboard, and below 600 px each row is a card.
 */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { rows, loading = false, empty, selection } = props;
  const narrow = useMediaQuery(useTheme().breakpoints.down('sm'));
  if (loading && rows.length === 0) return <SkeletonList rows={8} kind={narrow ? 'cards' : 'rows'} />;
  if (rows.length === 0) return <>{empty}</>;
  return (
    <div>
      {narrow ? <CardList {...props} /> : <Columns {...props} />}
      {selection && selection.selected.size > 0 && (
        <SelectionBar
          count={selection.selected.size}
          total={selection.total}
          onClear={() => selection.onChange(new Set())}
          onSelectAll={selection.onSelectAll}
        >
          {selection.actions([...selection.selected])}
        </SelectionBar>
      )}
    </div>
  );
}

function Columns<Row>(props: DataTableProps<Row>) {
  const { caption, rows, rowKey, selection, onOpen, openKey, footer } = props;
  const { maxHeight = 'max(360px, calc(100dvh - 248px))' } = props;
  const t = useUiText();
  const keysId = useId();
  const { root, current, setActive, onKeyDown, pick, pickAll, allPicked, somePicked } = useRows(props);
  return (
    <TableFrame
      ref={root}
      style={{ maxHeight }}
      tabIndex={selection || onOpen ? undefined : 0}
      role="group"
      aria-label={caption}
      aria-describedby={selection ? keysId : undefined}
      onKeyDown={onKeyDown}
      onScroll={({ currentTarget: frame }) => frame.toggleAttribute('data-scrolled', frame.scrollLeft > 0)}
    >
      {selection && (
        <p id={keysId} className="visually-hidden">
          {t('table.keys')}
        </p>
      )}
      <table>
        <caption className="visually-hidden">{caption}</caption>
        <HeadRow {...props} all={allPicked} some={somePicked} onPickAll={pickAll} />
        <tbody>
          {rows.map((row, index) => {
            const key = rowKey(row);
            return (
              <tr
                key={key}
                data-row={index}
                data-selected={selection?.selected.has(key) || undefined}
                data-open={openKey === key || undefined}
                onFocus={() => setActive(index)}
              >
                <Cells {...props} row={row} inTabOrder={index === current} onPick={pick(key)} />
              </tr>
            );
          })}
        </tbody>
      </table>
      {footer !== undefined && <div className="foot">{footer}</div>}
    </TableFrame>
  );
}

interface HeadRowProps<Row> extends DataTableProps<Row> {
  all: boolean;
  some: boolean;
  onPickAll: () => void;
}

function HeadRow<Row>({ columns, selection, sort, onSort, all, some, onPickAll }: HeadRowProps<Row>) {
  const t = useUiText();
  return (
    <thead>
      <tr>
        {selection && (
          <th scope="col" className="pick">
            <label>
              <input
                type="checkbox"
                aria-label={t('table.selectAll')}
                checked={all}
                ref={(box) => {
                  if (box) box.indeterminate = some && !all;
                }}
                onChange={onPickAll}
              />
            </label>
          </th>
        )}
        {columns.map((column, index) => (
          <Heading key={column.key} column={column} first={index === 0} sort={sort} onSort={onSort} />
        ))}
      </tr>
    </thead>
  );
}

interface HeadingProps<Row> {
  column: Column<Row>;
  first: boolean;
  sort: Sort | undefined;
  onSort: ((sort: Sort) => void) | undefined;
}

function Heading<Row>({ column, first, sort, onSort }: HeadingProps<Row>) {
  const { key, header, headerHint, numeric, width, sortable } = column;
  const direction = sort?.key === key ? sort.direction : undefined;
  const Arrow = direction === 'desc' ? ArrowDownwardOutlined : ArrowUpwardOutlined;
  return (
    <th
      scope="col"
      className={[first && 'first', numeric && 'number'].filter(Boolean).join(' ') || undefined}
      style={width === undefined ? undefined : { width, minWidth: width }}
      title={headerHint}
      aria-sort={direction === undefined ? undefined : direction === 'asc' ? 'ascending' : 'descending'}
    >
      {sortable && onSort ? (
        <button
          type="button"
          className="sort"
          onClick={() => onSort({ key, direction: direction === 'asc' ? 'desc' : 'asc' })}
        >
          {header}
          <Arrow aria-hidden fontSize="inherit" />
        </button>
      ) : (
        header
      )}
    </th>
  );
}

interface CellsProps<Row> extends DataTableProps<Row> {
  row: Row;
  inTabOrder: boolean;
  onPick: (event: React.MouseEvent) => void;
}

function Cells<Row>({ columns, row, rowKey, selection, onOpen, inTabOrder, onPick }: CellsProps<Row>) {
  const t = useUiText();
  const tabIndex = inTabOrder ? 0 : -1;
  return (
    <>
      {selection && (
        <td className="pick">
          <label>
            <input
              type="checkbox"
              data-rove=""
              tabIndex={tabIndex}
              aria-label={t('table.select', { name: selection.rowLabel(row) })}
              checked={selection.selected.has(rowKey(row))}
              onClick={onPick}
              onChange={ignore}
              onKeyDown={(event) => {
                if (event.key === 'Enter') onOpen?.(row);
              }}
            />
          </label>
        </td>
      )}
      {columns.map(({ key, cell, numeric }, index) =>
        index === 0 ? (
          <th key={key} scope="row" className="first">
            {onOpen ? (
              <button
                type="button"
                className="open"
                tabIndex={tabIndex}
                data-rove={selection ? undefined : ''}
                onClick={() => onOpen(row)}
              >
                {cell(row)}
              </button>
            ) : (
              cell(row)
            )}
          </th>
        ) : (
          <td key={key} className={numeric ? 'number' : undefined}>
            {cell(row)}
          </td>
        ),
      )}
    </>
  );
}

/** The checkbox follows its click, which alone knows about the Shift key. */
function ignore() {
  return undefined;
}
