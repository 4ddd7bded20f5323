#pragma once
#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace demarche::run {

// Runs jobs on some threads. `submit` waits while `room` jobs are unfinished, so that a fast reader cannot fill the memory.
// With one thread, jobs run inside `submit`. Jobs must not throw.
class Pool {
 public:
  using Job = std::function<void()>;

  Pool(unsigned threads, std::size_t room);
  ~Pool();  // finishes what was submitted
  Pool(const Pool&) = delete;
  Pool& operator=(const Pool&) = delete;

  void submit(Job job);
  void finish();  // waits until all submitted jobs are done

 private:
  void work();

  std::size_t room_;
  std::mutex mutex_;
  std::condition_variable work_there_;
  std::condition_variable work_done_;
  std::deque<Job> waiting_;
  std::size_t unfinished_ = 0;
  bool closing_ = false;
  std::vector<std::thread> threads_;
};

}  // namespace demarche::run
