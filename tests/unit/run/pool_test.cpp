#include "engine/run/pool.hpp"

#include <atomic>

#include "tests/catch.hpp"

using demarche::run::Pool;

TEST_CASE("every job runs once, and finish waits for all") {
  for (const unsigned threads : {1u, 2u, 8u}) {
    std::atomic<int> sum = 0;
    Pool pool(threads, 4);
    for (int i = 1; i <= 1000; ++i) pool.submit([&sum, i] { sum += i; });
    pool.finish();
    CHECK(sum == 500500);
    pool.submit([&sum] { sum = 7; });
    pool.finish();
    CHECK(sum == 7);
  }
}

TEST_CASE("no more jobs are unfinished than there is room for") {
  std::atomic<int> unfinished = 0;
  std::atomic<int> most = 0;
  {
    Pool pool(4, 6);
    for (int i = 0; i < 200; ++i)
      pool.submit([&] {
        const int now = ++unfinished;
        int seen = most;
        while (now > seen && !most.compare_exchange_weak(seen, now)) {
        }
        --unfinished;
      });
  }
  CHECK(most <= 4);
  CHECK(unfinished == 0);
}
