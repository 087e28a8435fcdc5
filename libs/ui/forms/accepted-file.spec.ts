import { kindsInWords, refusal } from './accepted-file';

const accept = 'application/pdf,image/jpeg,.png';

describe('files before they are sent', () => {
  test('an accepted kind within the limit is taken', () => {
    expect(refusal({ name: 'card.PDF', type: 'application/pdf', size: 10 }, accept, 10)).toBeNull();
    expect(refusal({ name: 'photo.PNG', type: 'image/png', size: 10 }, accept, 10)).toBeNull();
  });

  test('a file without a type is judged by its ending', () => {
    expect(refusal({ name: 'card.pdf', type: '', size: 10 }, accept, 10)).toBeNull();
    expect(refusal({ name: 'card.exe', type: '', size: 10 }, accept, 10)).toBe('wrongType');
  });

  test('another kind and a file over the limit are refused, each for its own reason', () => {
    expect(refusal({ name: 'film.mp4', type: 'video/mp4', size: 1 }, accept, 10)).toBe('wrongType');
    expect(refusal({ name: 'card.pdf', type: 'application/pdf', size: 11 }, accept, 10)).toBe('tooLarge');
  });

  test('kinds are said as people say them', () => {
    expect(kindsInWords(accept)).toBe('PDF, JPEG, PNG');
    expect(kindsInWords('.csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet,.xlsx')).toBe(
      'CSV, XLSX',
    );
  });
});
