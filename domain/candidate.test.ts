import { expect, test } from 'vitest';
import { drawPlayed, playDay, playedCandidates } from '../tests/fixtures/played.ts';
import { candidateFields } from './candidate.ts';

test('a candidate stored before employers and mentors were asked for is read with neither', () => {
  const { id: _id, employer: _employer, mentor: _mentor, ...before } = playedCandidates.full;
  expect(candidateFields.parse(JSON.parse(JSON.stringify(before)))).toEqual({ ...before, employer: '', mentor: '' });
});

test('the employer and the mentor of a candidate stay out of the record', () => {
  const { employer, mentor } = playedCandidates.full;
  const { text } = drawPlayed(playDay());
  expect([employer, mentor]).toEqual(['Atelier du Secret', 'Ophélie Cachée']);
  expect(text).toContain(playedCandidates.full.familyName);
  expect(text).not.toMatch(/Atelier du Secret|Ophélie|Cachée|"mentor"/);
});
