#include "engine/run/pool.hpp"

#include <utility>

namespace demarche::run {

Pool::Pool(unsigned threads, std::size_t room) : room_(room) {
  if (threads <= 1) return;
  for (unsigned i = 0; i < threads; ++i) threads_.emplace_back([this] { work(); });
}

Pool::~Pool() {
  {
    std::lock_guard lock(mutex_);
    closing_ = true;
  }
  work_there_.notify_all();
  for (auto& thread : threads_) thread.join();
}

void Pool::submit(Job job) {
  if (threads_.empty()) {
    job();
    return;
  }
  std::unique_lock lock(mutex_);
  work_done_.wait(lock, [this] { return unfinished_ < room_; });
  ++unfinished_;
  waiting_.push_back(std::move(job));
  lock.unlock();
  work_there_.notify_one();
}

void Pool::finish() {
  std::unique_lock lock(mutex_);
  work_done_.wait(lock, [this] { return unfinished_ == 0; });
}

void Pool::work() {
  std::unique_lock lock(mutex_);
  while (true) {
    work_there_.wait(lock, [this] { return closing_ || !waiting_.empty(); });
    if (waiting_.empty()) return;  // closing, and nothing left
    Job job = std::move(waiting_.front());
    waiting_.pop_front();
    lock.unlock();
    job();
    job = nullptr;  // lets its document go before the next wait
    lock.lock();
    --unfinished_;
    work_done_.notify_all();
  }
}

}  // namespace demarche::run
